package dev.mainstay.application.planner;

import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.refusal.Invalid;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rules of FREQ, INTERVAL and COUNT alone: enough for use cases, without a library. */
public final class SimpleRecurrences implements Recurrences {

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "HOURLY", ChronoUnit.HOURS,
            "DAILY", ChronoUnit.DAYS,
            "WEEKLY", ChronoUnit.WEEKS);

    @Override
    public String canonical(String rule, TaskTime from) {
        var parts = parts(rule);
        String frequency = parts.getOrDefault("FREQ", "");
        if (!UNITS.containsKey(frequency) || (frequency.equals("HOURLY") && from instanceof TaskTime.AllDay)) {
            throw invalid();
        }
        requireRange(parts.getOrDefault("INTERVAL", "1"), LONGEST_INTERVAL);
        requireRange(parts.getOrDefault("COUNT", "1"), MOST_OCCURRENCES);
        return "FREQ=" + frequency
                + (parts.containsKey("INTERVAL") ? ";INTERVAL=" + parts.get("INTERVAL") : "")
                + (parts.containsKey("COUNT") ? ";COUNT=" + parts.get("COUNT") : "");
    }

    @Override
    public Optional<Next> next(Recurrence recurrence, TaskTime from, int number) {
        var parts = parts(recurrence.rule());
        int interval = Integer.parseInt(parts.getOrDefault("INTERVAL", "1"));
        int count = Integer.parseInt(parts.getOrDefault("COUNT", String.valueOf(Integer.MAX_VALUE)));
        LocalDateTime local = from.local();
        do {
            local = local.plus(interval, UNITS.get(parts.getOrDefault("FREQ", "")));
            number++;
        } while (recurrence.except().contains(local)
                || !from.at(local).instant().isAfter(from.instant()));
        return number > count ? Optional.empty() : Optional.of(new Next(local, number));
    }

    private static Map<String, String> parts(String rule) {
        var parts = new TreeMap<String, String>();
        for (String part : rule.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw invalid();
            }
            parts.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return parts;
    }

    private static void requireRange(String number, int greatest) {
        if (!number.matches("[1-9][0-9]{0,8}") || Integer.parseInt(number) > greatest) {
            throw invalid();
        }
    }

    private static Invalid invalid() {
        return new Invalid("recurrence.rule", "invalid_rule", "must be an RRULE such as FREQ=WEEKLY;INTERVAL=2");
    }
}
