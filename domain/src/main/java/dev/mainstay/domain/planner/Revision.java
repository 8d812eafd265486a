package dev.mainstay.domain.planner;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * How new what a task says is, in terms that calendars share (RFC 5546, section 2.1.5).
 *
 * @param sequence SEQUENCE: how often it was revised
 * @param at LAST-MODIFIED, to the second
 */
public record Revision(int sequence, Instant at) implements Comparable<Revision> {

    private static final Comparator<Revision> ORDER =
            Comparator.comparingInt(Revision::sequence).thenComparing(Revision::at);

    public Revision {
        at = at.truncatedTo(ChronoUnit.SECONDS);
        sequence = Math.clamp(sequence, 0, Integer.MAX_VALUE - 1);
    }

    public static Revision first(Instant now) {
        return new Revision(0, now);
    }

    public Revision next(Instant now) {
        return new Revision(sequence + 1, now);
    }

    @Override
    public int compareTo(Revision other) {
        return ORDER.compare(this, other);
    }
}
