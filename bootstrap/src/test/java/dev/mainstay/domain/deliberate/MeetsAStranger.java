package dev.mainstay.domain.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import dev.mainstay.domain.identity.UserId;

@Violates("features_meet_as_they_declare")
record MeetsAStranger(UserId stranger) {}
