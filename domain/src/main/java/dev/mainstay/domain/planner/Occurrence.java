package dev.mainstay.domain.planner;

/**
 * Which occurrence of which series a task is. The pair is unique, and that is why two devices that complete a task at once make
 * one next occurrence.
 *
 * @param number from 1; it grows by more than one where an occurrence was excepted, so that COUNT counts as RFC 5545 does
 */
public record Occurrence(SeriesId series, int number) {

    public Occurrence {
        if (number < 1) {
            throw new IllegalArgumentException("an occurrence is numbered from 1, not " + number);
        }
    }

    public static Occurrence first(SeriesId series) {
        return new Occurrence(series, 1);
    }
}
