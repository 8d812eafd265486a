package dev.mainstay.bootstrap.coherence.mainstay;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The clock of an instance that is told on its standard input to be wrong; only where {@code JUMPING_CLOCK} asks for it. */
@Factory
@Requires(property = "jumping.clock", value = "true")
public final class JumpingClock {

    private static volatile Duration wrongBy = Duration.ZERO;

    @Singleton
    @Primary
    @Replaces(InstantSource.class)
    InstantSource clock() {
        var system = InstantSource.system();
        return () -> system.instant().plus(wrongBy).truncatedTo(ChronoUnit.MICROS);
    }

    static void jump(Duration by) {
        wrongBy = by;
    }
}
