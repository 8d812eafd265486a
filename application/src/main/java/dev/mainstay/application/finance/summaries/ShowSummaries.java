package dev.mainstay.application.finance.summaries;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.reading.Reads;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Shows what went in and out: the present month in brief from its view, and any range from the facts. */
public final class ShowSummaries {

    /** Ten years and a little, by day. */
    public static final int MOST_DAYS = 3_700;

    private static final int MONTHS = 13;

    private final ViewCache views;
    private final Reads reads;
    private final SummaryReader reader;
    private final UserZones zones;
    private final InstantSource clock;

    public ShowSummaries(ViewCache views, Reads reads, SummaryReader reader, UserZones zones, InstantSource clock) {
        this.views = views;
        this.reads = reads;
        this.reader = reader;
        this.zones = zones;
        this.clock = clock;
    }

    public Cached<FinanceSummary> of(UserId user) {
        return views.read(SummaryViews.SUMMARY, user, this::load);
    }

    /**
     * A range of accounting days, its first and last included.
     *
     * @throws Invalid naming {@code to} if it is before {@code from} or more than {@value #MOST_DAYS} days after it
     */
    public RangeSummary between(UserId user, LocalDate from, LocalDate to, Grouping by) {
        long days = Days.between(from, to, MOST_DAYS);
        var previousFrom = from.minusDays(days);
        var ranges = reader.turnovers(user, List.of(previousFrom, from, to.plusDays(1)), by);
        var before = ranges.getFirst();
        var now = ranges.getLast();
        return new RangeSummary(
                from,
                to,
                previousFrom,
                by,
                Comparison.totals(now, before),
                Comparison.of(now, by.ofTime() ? List.of() : before));
    }

    private FinanceSummary load(UserId user) {
        return reads.together(several -> load(user, several));
    }

    private FinanceSummary load(UserId user, Reads.Several several) {
        var zone = zones.of(user);
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var month = today.withDayOfMonth(1);
        var next = month.plus(1, ChronoUnit.MONTHS);
        var both = List.of(month.minus(1, ChronoUnit.MONTHS), month, next);
        var days = several.begin(() -> reader.turnover(user, month, next, Grouping.DAY));
        var categories = several.begin(() -> reader.turnovers(user, both, Grouping.CATEGORY));
        var accounts = several.begin(() -> reader.turnovers(user, both, Grouping.ACCOUNT));
        var months = reader.turnover(user, month.minusMonths(MONTHS - 1L), next, Grouping.MONTH);
        return new FinanceSummary(
                zone,
                today,
                Comparison.totals(categories.get().getLast(), categories.get().getFirst()),
                days.get(),
                Comparison.of(categories.get().getLast(), categories.get().getFirst()),
                Comparison.of(accounts.get().getLast(), accounts.get().getFirst()),
                months,
                today.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
