package dev.mainstay.application.planner;

import dev.mainstay.application.identity.UserZones;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Daily totals of focused time, in the days of the user's own zone: a session across local midnight counts on both days, and
 * a day may have 23 or 25 hours (P2). Abandoned sessions and the one not yet ended count nowhere.
 */
public final class SumFocusByDay {

    public static final int MAX_DAYS = 366;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    /** What was focused on one local day. */
    public record DayTotal(LocalDate day, Duration focused) {}

    /** The days, all of them, also those without focus, and the zone they are days of. */
    public record DayTotals(ZoneId zone, List<DayTotal> days) {}

    private final UserZones zones;
    private final FocusReader reader;

    public SumFocusByDay(UserZones zones, FocusReader reader) {
        this.zones = zones;
        this.reader = reader;
    }

    /**
     * The totals from the first to the last day, both included.
     *
     * @throws Invalid if the last lies before the first, there are more than {@value #MAX_DAYS}, or a year is absurd
     */
    public DayTotals of(UserId owner, LocalDate first, LocalDate last) {
        if (first.getYear() < FIRST_YEAR || last.getYear() > LAST_YEAR) {
            throw new Invalid("from", "out_of_range", "must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        long count = ChronoUnit.DAYS.between(first, last) + 1;
        if (count < 1 || count > MAX_DAYS) {
            throw new Invalid("to", "out_of_range", "must be within 0 to " + (MAX_DAYS - 1) + " days after from");
        }
        var zone = zones.of(owner);
        var days = Stream.iterate(first, day -> day.plusDays(1)).limit(count).toList();
        var focused = reader.focusedBetween(owner, midnights(days, zone));
        var totals = new ArrayList<DayTotal>();
        for (int i = 0; i < days.size(); i++) {
            totals.add(new DayTotal(days.get(i), focused.get(i)));
        }
        return new DayTotals(zone, List.copyOf(totals));
    }

    private static List<Instant> midnights(List<LocalDate> days, ZoneId zone) {
        return Stream.concat(days.stream(), Stream.of(days.getLast().plusDays(1)))
                .map(day -> day.atStartOfDay(zone).toInstant())
                .toList();
    }
}
