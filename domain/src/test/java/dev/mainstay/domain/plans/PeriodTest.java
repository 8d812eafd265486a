package dev.mainstay.domain.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    void months_end_on_the_day_of_the_start_or_the_last_there_is_and_never_drift() {
        assertEquals(
                "2024-02-29 2024-03-31 2024-04-30 2024-05-31 2024-06-30",
                ends("2024-01-31T23:59:59Z", Billing.MONTH, 5));
        assertEquals("2026-02-28 2026-03-30 2026-04-30 2026-05-30", ends("2026-01-30T00:00:00Z", Billing.MONTH, 4));
        assertEquals("2025-02-28 2026-02-28 2027-02-28 2028-02-29", ends("2024-02-29T12:00:00Z", Billing.YEAR, 4));
    }

    private static String ends(String start, Billing billing, int count) {
        var first = Period.first(1, Instant.parse(start), billing);
        return String.join(
                " ",
                Stream.iterate(first, each -> each.next(billing, billing))
                        .limit(count)
                        .map(each ->
                                each.to().atOffset(ZoneOffset.UTC).toLocalDate().toString())
                        .toList());
    }

    @Test
    void a_trial_and_another_billing_make_their_end_the_new_anchor() {
        var trial = Period.trial(Instant.parse("2026-01-17T10:00:00Z"), 14);
        var month = trial.next(Billing.MONTH, Billing.MONTH);
        var year = month.next(Billing.MONTH, Billing.YEAR);

        assertTrue(trial.isTrial());
        assertEquals(Instant.parse("2026-01-31T10:00:00Z"), month.from());
        assertEquals(Instant.parse("2026-02-28T10:00:00Z"), month.to());
        assertEquals(Instant.parse("2027-02-28T10:00:00Z"), year.to());
        assertEquals(2, year.number());
    }

    @Test
    void periods_follow_each_other_without_a_gap_and_each_instant_lies_in_one() {
        var random = new Random(701);
        for (int run = 0; run < 500; run++) {
            var billing = random.nextBoolean() ? Billing.MONTH : Billing.YEAR;
            var start = Instant.parse("2000-01-01T00:00:00Z").plusSeconds(random.nextLong(2_000_000_000L));
            var period = Period.first(1, start, billing);
            for (int step = 0; step < 30; step++) {
                var next = period.next(billing, billing);
                assertEquals(period.to(), next.from());
                assertEquals(period.number() + 1, next.number());
                assertTrue(period.contains(period.from()));
                assertFalse(period.contains(period.to()));
                assertEquals(billing.after(start, step + 1L), period.to());
                var length = Duration.between(next.from(), next.to()).toDays();
                assertTrue(billing == Billing.MONTH ? length >= 28 && length <= 31 : length >= 365 && length <= 366);
                period = next;
            }
        }
    }
}
