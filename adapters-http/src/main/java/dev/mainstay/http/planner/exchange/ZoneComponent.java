package dev.mainstay.http.planner.exchange;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.Locale;

/** A zone as a VTIMEZONE: each change of its clocks since 1970, and then the rules for all to come. */
final class ZoneComponent {

    private static final int SINCE = 1970;
    static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx", Locale.ROOT);
    private static final DateTimeFormatter OFFSET_WITH_SECONDS = DateTimeFormatter.ofPattern("xxxx", Locale.ROOT);

    private final ContentLines lines;
    private final ZoneRules rules;

    private ZoneComponent(ContentLines lines, ZoneRules rules) {
        this.lines = lines;
        this.rules = rules;
    }

    static void write(ZoneId zone, ContentLines lines) {
        lines.raw("BEGIN", "VTIMEZONE").raw("TZID", zone.getId());
        new ZoneComponent(lines, zone.getRules()).observances();
        lines.raw("END", "VTIMEZONE");
    }

    private void observances() {
        LocalDateTime begin = Year.of(SINCE).atDay(1).atStartOfDay();
        ZoneOffset first = rules.getOffset(begin.toInstant(ZoneOffset.UTC));
        observance(false, begin, first, first, "");
        int lastYear = SINCE;
        for (ZoneOffsetTransition transition : rules.getTransitions()) {
            if (transition.getDateTimeBefore().getYear() >= SINCE) {
                observance(transition);
                lastYear = transition.getDateTimeBefore().getYear();
            }
        }
        for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
            var next = rule.createTransition(lastYear + 1);
            observance(
                    daylight(next),
                    next.getDateTimeBefore(),
                    next.getOffsetBefore(),
                    next.getOffsetAfter(),
                    yearly(rule, next));
        }
    }

    private void observance(ZoneOffsetTransition transition) {
        observance(
                daylight(transition),
                transition.getDateTimeBefore(),
                transition.getOffsetBefore(),
                transition.getOffsetAfter(),
                "");
    }

    private void observance(boolean daylight, LocalDateTime start, ZoneOffset from, ZoneOffset to, String rule) {
        String name = daylight ? "DAYLIGHT" : "STANDARD";
        lines.raw("BEGIN", name)
                .raw("DTSTART", LOCAL.format(start))
                .raw("TZOFFSETFROM", offset(from))
                .raw("TZOFFSETTO", offset(to));
        if (!rule.isEmpty()) {
            lines.raw("RRULE", rule);
        }
        lines.raw("END", name);
    }

    private boolean daylight(ZoneOffsetTransition transition) {
        return rules.isDaylightSavings(transition.getInstant());
    }

    private static String offset(ZoneOffset offset) {
        return (offset.getTotalSeconds() % 60 == 0 ? OFFSET : OFFSET_WITH_SECONDS).format(offset);
    }

    /** A rule such as "the last Sunday of March", or "the first Sunday on or after the 8th". */
    private static String yearly(ZoneOffsetTransitionRule rule, ZoneOffsetTransition example) {
        var local = example.getDateTimeBefore();
        String yearly = "FREQ=YEARLY;BYMONTH=" + local.getMonthValue();
        int day = rule.getDayOfMonthIndicator();
        if (rule.getDayOfWeek() == null || rule.isMidnightEndOfDay()) {
            return yearly + ";BYMONTHDAY=" + local.getDayOfMonth();
        }
        String weekday = weekday(local.getDayOfWeek());
        if (day == -1) {
            return yearly + ";BYDAY=-1" + weekday;
        }
        return day > 0 && day % 7 == 1 && local.getDayOfWeek() == rule.getDayOfWeek()
                ? yearly + ";BYDAY=" + (day / 7 + 1) + weekday
                : yearly + ";BYMONTHDAY=" + local.getDayOfMonth();
    }

    private static String weekday(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
