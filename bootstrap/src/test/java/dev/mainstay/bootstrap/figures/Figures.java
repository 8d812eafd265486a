package dev.mainstay.bootstrap.figures;

import dev.mainstay.bootstrap.harness.MainstayServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What a server says of itself in {@code /prometheus}, as an operator reads it. */
final class Figures {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Figures() {}

    /** The sum of all samples of that name whose labels contain these texts, such as {@code le="0.03"}. */
    static double sum(MainstayServer server, String name, String... labels) {
        return server.api()
                .get("/prometheus")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(name + '{') || line.startsWith(name + ' '))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Waits for it, and says how long that took. */
    static Duration await(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** In milliseconds, with their tenths. */
    static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 1e5) / 10.0;
    }
}
