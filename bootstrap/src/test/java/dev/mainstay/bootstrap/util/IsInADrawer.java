package dev.mainstay.bootstrap.util;

import dev.mainstay.bootstrap.architecture.Violates;

@Violates("packages_are_named_for_what_they_hold")
record IsInADrawer() {}
