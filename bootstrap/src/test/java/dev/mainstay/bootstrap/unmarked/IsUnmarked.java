package dev.mainstay.bootstrap.unmarked;

import dev.mainstay.bootstrap.architecture.Violates;

@Violates("every_package_says_what_it_is_and_excludes_null")
record IsUnmarked() {}
