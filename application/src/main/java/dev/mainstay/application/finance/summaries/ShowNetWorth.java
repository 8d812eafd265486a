package dev.mainstay.application.finance.summaries;

import dev.mainstay.application.finance.rates.ExchangeRates;
import dev.mainstay.application.finance.summaries.NetWorthReader.Change;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.refusal.Invalid;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows what all accounts of a user held together at the end of accounting days. In one currency, each day is converted by the reference
 * rates latest on or before that day; none is guessed.
 */
public final class ShowNetWorth {

    public static final int MOST_POINTS = 400;

    private static final int MOST_DAYS = 36_600;

    private final NetWorthReader reader;
    private final ExchangeRates rates;

    public ShowNetWorth(NetWorthReader reader, ExchangeRates rates) {
        this.reader = reader;
        this.rates = rates;
    }

    /** How far the points are apart; each is the end of its day, week or month, and the last of all the end of the range. */
    public enum Every {
        DAY,
        /** Its last day is Sunday. */
        WEEK,
        MONTH;

        private LocalDate endOf(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
                case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
            };
        }
    }

    /**
     * What was held at the end of a day.
     *
     * @param amounts one for each currency that was ever held up to then, by code; or the one that was asked for
     */
    public record Point(LocalDate day, List<Money> amounts) {
        public Point {
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * The points of a range, earliest first; never none.
     *
     * @param currency to convert to; null for a sum of each currency
     * @throws Invalid if the range is empty or has more than {@value #MOST_POINTS} points
     * @throws dev.mainstay.domain.refusal.Conflict {@code rate_unknown} if there is something to convert and no rate for that
     */
    public List<Point> handle(UserId user, LocalDate from, LocalDate to, Every every, @Nullable Currency currency) {
        Days.between(from, to, MOST_DAYS);
        var days = days(from, to, every);
        var changes = reader.changes(user, days.getFirst(), to);
        var held = new TreeMap<String, Money>();
        var points = new ArrayList<Point>();
        int read = 0;
        for (LocalDate day : days) {
            for (; read < changes.size() && !changes.get(read).day().isAfter(day); read++) {
                add(changes.get(read), held);
            }
            points.add(new Point(day, currency == null ? List.copyOf(held.values()) : converted(held, currency, day)));
        }
        return points;
    }

    /** What all accounts hold at this moment, for each currency. */
    public List<Money> now(UserId user) {
        return reader.now(user);
    }

    private static void add(Change change, Map<String, Money> held) {
        held.merge(change.added().currency().getCurrencyCode(), change.added(), Money::plus);
    }

    private List<Money> converted(Map<String, Money> held, Currency to, LocalDate day) {
        var sum = Money.zero(to);
        for (Money amount : held.values()) {
            if (amount.currency().equals(to)) {
                sum = sum.plus(amount);
            } else if (!amount.isZero()) {
                sum = sum.plus(rates.onOrBefore(amount.currency(), to, day).convert(amount));
            }
        }
        return List.of(sum);
    }

    private static List<LocalDate> days(LocalDate from, LocalDate to, Every every) {
        var days = new ArrayList<LocalDate>();
        for (var day = every.endOf(from); day.isBefore(to); day = every.endOf(day.plusDays(1))) {
            days.add(day);
            if (days.size() >= MOST_POINTS) {
                throw new Invalid("every", "too_many_points", "must give at most " + MOST_POINTS + " points");
            }
        }
        days.add(to);
        return days;
    }
}
