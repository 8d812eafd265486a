package dev.mainstay.application.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import dev.mainstay.bootstrap.configuration.Settings;

@Violates("nothing_but_the_wiring_knows_the_wiring")
record KnowsTheWiring(Settings settings) {}
