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

    /** Well below what an idle machine gives: on a busy one answers of Redis come late, and the cache is used less. */
    private static final double LEAST_HITS = 0.4;

    /**
     * So Redis is asked for views alone, a home page that misses asks for nothing that no client of the run writes, and more reads fit
     * into the time; the other test leaves everything as it is.
     */
    private static final Map<String, String> VIEWS_ALONE =
            Map.of("RATES_IN_MEMORY", "true", "FEATURE_FINANCE", "false");

    @Test
    void no_read_goes_back_in_time_whatever_fails() {
        long seed = Long.getLong("coherence.seed", System.nanoTime());
        Long minutes = Long.getLong("coherence.minutes");
        long longest = Long.getLong("coherence.longest", 15);
        var settings = minutes == null
                ? Settings.shortRun(seed, READS, Duration.ofMinutes(longest))
                : Settings.lasting(Duration.ofMinutes(minutes), seed);

        Report report = Trial.of(MainstayUnderTest.shipped(VIEWS_ALONE), settings);

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
            assertThat(report.tally().checkedReads())
                    .as("reads checked within %d minutes; a slow machine needs more, see coherence.longest", longest)
                    .isGreaterThanOrEqualTo(READS);
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
