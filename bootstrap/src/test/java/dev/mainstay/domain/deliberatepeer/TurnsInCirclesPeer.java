package dev.mainstay.domain.deliberatepeer;

import dev.mainstay.domain.deliberate.TurnsInCircles;
import org.jspecify.annotations.Nullable;

public record TurnsInCirclesPeer(@Nullable TurnsInCircles back) {}
