package dev.mainstay.bootstrap.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.coherence.mainstay.MainstayUnderTest;
import dev.mainstay.bootstrap.coherence.usual.NotesUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a team would take by default, under the same faults by the same seed: it shows stale reads, so the harness and the faults are
 * able to bring them about. Prints a table, with Mainstay in it if {@code coherence.minutes} says how long to try each.
 */
class UsualDesignsUnderFaultsProof {

    private static final long SEED = 7;

    @Test
    void usual_designs_show_what_is_no_longer_true() {
        long seed = Long.getLong("coherence.seed", SEED);
        Long minutes = Long.getLong("coherence.minutes");
        var settings = Settings.lasting(minutes == null ? Duration.ofSeconds(45) : Duration.ofMinutes(minutes), seed);
        List<Report> reports = new ArrayList<>();
        for (var usual : List.of(NotesUnderTest.annotated(), NotesUnderTest.cacheAside())) {
            reports.add(Trial.of(usual, settings));
        }
        if (minutes != null) {
            reports.add(Trial.of(MainstayUnderTest.shipped(Map.of()), settings));
        }

        reports.forEach(System.out::println);
        System.out.println(Comparison.table(reports));
        assertThat(reports.subList(0, 2))
                .allSatisfy(usual -> assertThat(usual.checker().violations())
                        .as("stale reads of %s; coherence.seed=%d", usual.system(), seed)
                        .isPositive());
        assertThat(reports.subList(2, reports.size()))
                .allSatisfy(mainstay -> assertThat(mainstay.checker().firstViolations())
                        .as("stale reads of %s; coherence.seed=%d", mainstay.system(), seed)
                        .isEmpty());
    }
}
