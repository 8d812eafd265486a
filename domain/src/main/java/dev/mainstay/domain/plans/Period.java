package dev.mainstay.domain.plans;

import java.time.Duration;
import java.time.Instant;

/**
 * The time for which a subscription is had and paid at once.
 *
 * @param number 0 is the trial, 1 the first that is paid; one more with each
 * @param anchor what the days of all following periods are reckoned from
 * @param steps how many periods lie between the anchor and this one
 * @param from included
 * @param to excluded, and later than {@code from}
 */
public record Period(int number, Instant anchor, int steps, Instant from, Instant to) {

    public Period {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("a period cannot end before it begins: " + from + " to " + to);
        }
    }

    static Period trial(Instant start, int days) {
        return new Period(0, start, 0, start, start.plus(Duration.ofDays(days)));
    }

    /** The first of a row of periods. */
    static Period first(int number, Instant anchor, Billing billing) {
        return new Period(number, anchor, 0, anchor, billing.after(anchor, 1));
    }

    public boolean isTrial() {
        return number == 0;
    }

    /** The one after it; with the same billing it keeps to the anchor, else and after a trial this one's end is the new anchor. */
    Period next(Billing before, Billing after) {
        return isTrial() || before != after
                ? first(number + 1, to, after)
                : new Period(number + 1, anchor, steps + 1, to, after.after(anchor, steps + 2L));
    }

    /** Whether an instant lies in it. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
