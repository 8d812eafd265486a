package dev.mainstay.bootstrap.recurrence;

import dev.mainstay.application.planner.Recurrences;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.refusal.Invalid;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.jspecify.annotations.Nullable;

/**
 * Rules by lib-recur, which gives wall times from a wall time; what an instant is, is Java's to say. COUNT and UNTIL are judged
 * here: an occurrence knows its number, so a series is never counted from its beginning again.
 */
final class LibRecurRecurrences implements Recurrences {

    private static final String FIELD = "recurrence.rule";

    /** Far more than any rule that gives anything needs; ends the search for the 30th of February. */
    private static final int MOST_STEPS = 5_000;

    @Override
    public String canonical(String text, TaskTime from) {
        RecurrenceRule rule = parse(text, RfcMode.RFC5545_STRICT);
        switch (rule.getFreq()) {
            case SECONDLY, MINUTELY -> throw invalid("too_often", "must not repeat more often than hourly");
            case HOURLY -> requireTimeOfDay(from);
            case DAILY, WEEKLY, MONTHLY, YEARLY -> {}
        }
        if (Stream.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND).anyMatch(rule::hasPart)) {
            requireTimeOfDay(from);
        }
        if (rule.hasPart(Part.BYMINUTE) || rule.hasPart(Part.BYSECOND)) {
            throw invalid(
                    "too_often", "must not use BYMINUTE or BYSECOND; the minute is that of the start or due time");
        }
        requireRange("INTERVAL", rule.getInterval(), LONGEST_INTERVAL);
        if (rule.getCount() != null) {
            requireRange("COUNT", rule.getCount(), MOST_OCCURRENCES);
        }
        String canonical = rule.toString();
        if (canonical.length() > Recurrence.LONGEST_RULE) {
            throw invalid("too_long", "must be at most " + Recurrence.LONGEST_RULE + " characters");
        }
        if (rule.isInfinite()
                && next(new Recurrence(canonical, RepeatMode.FIXED, List.of()), from, 1)
                        .isEmpty()) {
            throw invalid("gives_nothing", "gives no occurrence after the first; there is no such day");
        }
        return canonical;
    }

    @Override
    public Optional<Next> next(Recurrence recurrence, TaskTime from, int number) {
        try {
            return search(recurrence, from, number);
        } catch (IllegalArgumentException gaveUp) {
            // lib-recur says so after a thousand empty years: there is no further occurrence.
            return Optional.empty();
        }
    }

    private static Optional<Next> search(Recurrence recurrence, TaskTime from, int number) {
        RecurrenceRule limits = parse(recurrence.rule(), RfcMode.RFC5545_LAX);
        var instances =
                parse(withoutLimits(recurrence.rule()), RfcMode.RFC5545_LAX).iterator(start(from));
        int next = number;
        for (int step = 0; step < MOST_STEPS && instances.hasNext(); step++) {
            LocalDateTime local = local(instances.nextDateTime());
            if (!local.isAfter(from.local())) {
                continue;
            }
            next++;
            if (isBeyond(limits, from, local, next)) {
                return Optional.empty();
            }
            if (from.at(local).instant().isAfter(from.instant())
                    && !recurrence.except().contains(local)) {
                return Optional.of(new Next(local, next));
            }
        }
        return Optional.empty();
    }

    private static boolean isBeyond(RecurrenceRule limits, TaskTime from, LocalDateTime local, int number) {
        if (local.getYear() > 9999 || (limits.getCount() != null && number > limits.getCount())) {
            return true;
        }
        @Nullable DateTime until = limits.getUntil();
        if (until == null) {
            return false;
        }
        if (from instanceof TaskTime.AllDay || until.isAllDay()) {
            return local.toLocalDate()
                    .isAfter(LocalDate.of(until.getYear(), until.getMonth() + 1, until.getDayOfMonth()));
        }
        return until.isFloating()
                ? local.isAfter(local(until))
                : from.at(local).instant().toEpochMilli() > until.getTimestamp();
    }

    private static RecurrenceRule parse(String text, RfcMode mode) {
        try {
            return new RecurrenceRule(text, mode);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException notARule) {
            throw invalid("invalid_rule", "must be an RRULE of RFC 5545 such as FREQ=WEEKLY;BYDAY=MO,WE");
        }
    }

    private static String withoutLimits(String rule) {
        return Stream.of(rule.split(";", -1))
                .filter(part -> !part.startsWith("COUNT=") && !part.startsWith("UNTIL="))
                .collect(Collectors.joining(";"));
    }

    private static DateTime start(TaskTime from) {
        LocalDateTime at = from.local();
        int month = at.getMonthValue() - 1;
        return from instanceof TaskTime.AllDay
                ? new DateTime(at.getYear(), month, at.getDayOfMonth())
                : new DateTime(at.getYear(), month, at.getDayOfMonth(), at.getHour(), at.getMinute(), at.getSecond());
    }

    private static LocalDateTime local(DateTime at) {
        return LocalDateTime.of(
                at.getYear(), at.getMonth() + 1, at.getDayOfMonth(), at.getHours(), at.getMinutes(), at.getSeconds());
    }

    private static void requireTimeOfDay(TaskTime from) {
        if (from instanceof TaskTime.AllDay) {
            throw invalid("needs_time_of_day", "repeats within the day, so the start or due time needs a time of day");
        }
    }

    private static void requireRange(String part, int value, int greatest) {
        if (value < 1 || value > greatest) {
            throw invalid("out_of_range", part + " must be 1 to " + greatest + ", was " + value);
        }
    }

    private static Invalid invalid(String code, String message) {
        return new Invalid(FIELD, code, message);
    }
}
