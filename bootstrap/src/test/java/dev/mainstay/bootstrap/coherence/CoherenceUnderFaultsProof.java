package dev.mainstay.bootstrap.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.coherence.mainstay.MainstayUnderTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The guarantee of coherence.md, tried: several instances, clients that read and write as fast as they can, and every fault that the
 * document names, by a seed that is printed. {@code coherence.seed} repeats a schedule; {@code coherence.minutes} makes the run longer.
 */
class CoherenceUnderFaultsProof {

    private static final long READS = 1_000_000;

    /** What even a machine that does many other things manages: how fast it is must not decide. */
    private static final long LEAST_READS = 50_000;

    /** Well below what an idle machine gives: on a busy one answers of Redis come late, and the cache is used less. */
    private static final double LEAST_HITS = 0.1;

    @Test
    void no_read_goes_back_in_time_whatever_fails() {
        long seed = Long.getLong("coherence.seed", System.nanoTime());
        Long minutes = Long.getLong("coherence.minutes");
        var settings = minutes == null ? Settings.shortRun(seed) : Settings.lasting(Duration.ofMinutes(minutes), seed);

        Report report = Trial.of(MainstayUnderTest.shipped(Map.of()), settings);

        System.out.println(report);
        assertThat(report.checker().firstViolations())
                .as("reads that no order of the writes explains; coherence.seed=%d", seed)
                .isEmpty();
        assertThat(report.hitShare())
                .as("the share of hits: a cache that is not used is never stale")
                .isGreaterThan(LEAST_HITS);
        assertThat(report.tally().unexpected())
                .as("answers that are no right answers even in bad weather")
                .isEmpty();
        if (minutes == null) {
            assertThat(report.weather().names())
                    .as("every fault has struck")
                    .allMatch(fault -> report.weather().strikes(fault) > 0);
            long reads = report.tally().checkedReads();
            if (reads < READS) {
                System.out.printf("a slow machine: %d of %d reads until the run had to end%n", reads, READS);
            }
            assertThat(reads).as("reads checked").isGreaterThanOrEqualTo(LEAST_READS);
        }
    }

    @Test
    void every_hit_is_the_fact_while_everything_fails() {
        long seed = Long.getLong("coherence.seed", System.nanoTime());
        var everyHitVerified = Map.of("CACHE_VERIFIED_PERCENT", "100");

        Report report =
                Trial.of(MainstayUnderTest.shipped(everyHitVerified), Settings.lasting(Duration.ofMinutes(1), seed));

        System.out.println(report);
        assertThat(report.checker().firstViolations())
                .as("reads that no order of the writes explains; coherence.seed=%d", seed)
                .isEmpty();
        assertThat(report.logged("view_differs_from_facts"))
                .as("hits that differed from the facts")
                .isEmpty();
    }
}
