package dev.mainstay.domain.deliberatepeer;

import dev.mainstay.domain.deliberate.GoesInCircles;
import org.jspecify.annotations.Nullable;

public record GoesInCirclesPeer(@Nullable GoesInCircles back) {}
