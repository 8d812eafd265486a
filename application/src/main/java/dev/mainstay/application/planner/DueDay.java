package dev.mainstay.application.planner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A moment on a local day, as far as due times are concerned. */
public record DueDay(Instant now, ZoneId zone) {

    /** How many days after today count as upcoming. */
    private static final int UPCOMING_DAYS = 7;

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    public Instant start() {
        return today().atStartOfDay(zone).toInstant();
    }

    /** The next local midnight, where the day may have had 23 or 25 hours. */
    public Instant end() {
        return today().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The first day that is too far away to count as upcoming. */
    public LocalDate horizonDay() {
        return today().plusDays(UPCOMING_DAYS + 1L);
    }

    public Instant horizon() {
        return horizonDay().atStartOfDay(zone).toInstant();
    }
}
