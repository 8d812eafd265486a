package dev.mainstay.bootstrap.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.coherence.mainstay.MainstayUnderTest;
import dev.mainstay.redis.coherence.mutants.Mutant;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The run under faults finds the stale reads of a Mainstay without one of its rules: the one that {@code coherence.mutant} names. */
class MutantUnderFaultsProof {

    private static final Mutant MUTANT =
            Mutant.valueOf(System.getProperty("coherence.mutant", Mutant.DIES_BEFORE_THE_DELETE.name()));

    @Test
    void a_mutant_is_caught() {
        long seed = Long.getLong("coherence.seed", System.nanoTime());
        var time = Duration.ofMinutes(Long.getLong("coherence.minutes", 1));

        Report report =
                Trial.of(MainstayUnderTest.shipped(Map.of("MUTANT", MUTANT.name())), Settings.lasting(time, seed));

        System.out.println(report);
        assertThat(report.checker().firstViolations())
                .as("reads that no order of the writes explains, by %s; coherence.seed=%d", MUTANT, seed)
                .isNotEmpty();
    }
}
