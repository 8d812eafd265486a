package dev.mainstay.domain.plans;

import java.time.Instant;
import java.time.ZoneOffset;

/** How long a paid period lasts. */
public enum Billing {
    MONTH,
    YEAR;

    /**
     * So many periods after the anchor, on the anchor's day of the month or, where a month has no such day, its last (in UTC): one month
     * after the 31st of January is the end of February, two are the 31st of March.
     */
    Instant after(Instant anchor, long count) {
        var start = anchor.atOffset(ZoneOffset.UTC);
        var moved = switch (this) {
            case MONTH -> start.plusMonths(count);
            case YEAR -> start.plusYears(count);
        };
        return moved.toInstant();
    }
}
