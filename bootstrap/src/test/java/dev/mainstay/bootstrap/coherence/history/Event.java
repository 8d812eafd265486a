package dev.mainstay.bootstrap.coherence.history;

import java.util.Locale;

/**
 * Something a client did, for whoever has to understand a violation.
 *
 * @param what is known of its outcome
 * @param shown the versions it is about
 * @param where through which view or operation, on which instance, and what the answer said about the cache
 * @param begin before the request was sent, in nanoseconds of one monotonic clock
 * @param end after the answer was read
 */
public record Event(What what, Sighting shown, String where, long begin, long end) {

    /** The kinds of things that clients do. */
    public enum What {
        READ,
        WRITE_BEGUN,
        WRITE_ACKNOWLEDGED,
        WRITE_UNKNOWN,
        WRITE_REFUSED
    }

    /** One line, with times relative to a moment. */
    String line(long origin) {
        return "%+12.3f .. %+12.3f ms  %-18s %s  %s"
                .formatted(
                        (begin - origin) / 1e6,
                        (end - origin) / 1e6,
                        what.name().toLowerCase(Locale.ROOT),
                        shown,
                        where);
    }
}
