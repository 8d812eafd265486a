package dev.mainstay.bootstrap.coherence;

import dev.mainstay.bootstrap.coherence.mainstay.MainstayUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tries Mainstay for as long as one likes: {@code coherence.minutes}, {@code coherence.seed} and {@code coherence.faults} are system properties. */
public final class CoherenceUnderFaults {

    private CoherenceUnderFaults() {}

    public static void main(String[] arguments) {
        long seed = Long.getLong("coherence.seed", System.nanoTime());
        var time = Duration.ofSeconds(Long.getLong("coherence.seconds", 300));
        var settings = Settings.longRun(seed, time);
        var system = MainstayUnderTest.shipped(Map.of());
        Report report = Boolean.getBoolean("coherence.calm")
                ? Trial.of(system, settings, cluster -> List.of())
                : Trial.of(system, settings);
        System.out.println(report);
        System.exit(report.checker().violations() == 0 ? 0 : 1);
    }
}
