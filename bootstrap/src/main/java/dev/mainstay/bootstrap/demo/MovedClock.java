package dev.mainstay.bootstrap.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of weeks that are lived in a second. */
final class MovedClock implements InstantSource {

    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
        return now;
    }

    void set(Instant instant) {
        now = instant;
    }

    void advance(Duration by) {
        now = now.plus(by);
    }
}
