package dev.mainstay.domain.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import dev.mainstay.domain.deliberatepeer.TurnsInCirclesPeer;

@Violates("no_module_has_cycles")
public record TurnsInCircles(TurnsInCirclesPeer other) {}
