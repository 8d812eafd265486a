package dev.mainstay.domain.planner;

import dev.mainstay.domain.refusal.Invalid;
import java.time.LocalDateTime;
import java.util.List;

/**
 * How a task repeats.
 *
 * @param rule an RRULE (RFC 5545, section 3.3.10) without its name, as {@code Recurrences} has written it
 * @param except wall times of occurrences that do not take place (EXDATE); midnight for whole days
 */
public record Recurrence(String rule, RepeatMode mode, List<LocalDateTime> except) {

    public static final int LONGEST_RULE = 500;
    public static final int MOST_EXCEPTIONS = 500;

    public Recurrence {
        if (rule.isBlank() || rule.length() > LONGEST_RULE) {
            throw new Invalid("recurrence.rule", "out_of_range", "must be 1 to " + LONGEST_RULE + " characters");
        }
        if (except.size() > MOST_EXCEPTIONS) {
            throw new Invalid("recurrence.except", "too_many", "must be at most " + MOST_EXCEPTIONS);
        }
        except = except.stream().distinct().sorted().toList();
    }

    /** Whether it repeats within the day. */
    public boolean hourly() {
        return rule.contains("FREQ=HOURLY");
    }
}
