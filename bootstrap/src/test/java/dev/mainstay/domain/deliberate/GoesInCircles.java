package dev.mainstay.domain.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import dev.mainstay.domain.deliberatepeer.GoesInCirclesPeer;

@Violates("the_domain_has_no_cycles")
public record GoesInCircles(GoesInCirclesPeer other) {}
