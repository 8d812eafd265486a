package dev.mainstay.application.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import java.time.Instant;

@Violates("nobody_asks_the_system_clock")
final class AsksTheClock {
    private AsksTheClock() {}

    static Instant now() {
        return Instant.now();
    }
}
