package dev.mainstay.bootstrap.coherence.history;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A read that no order of the writes explains.
 *
 * @param fact which fact it was about
 * @param read the read
 * @param low the smallest version it could have shown: acknowledged, or read by somebody, before it began
 * @param high the largest: begun before it ended; {@link Long#MIN_VALUE} if none was
 * @param staleFor how long, at least, something newer had been known when it began; zero if that cannot be said
 * @param neighbourhood what else happened to the fact around that time
 */
public record Violation(String fact, Event read, long low, long high, Duration staleFor, List<Event> neighbourhood) {

    public Violation {
        neighbourhood = List.copyOf(neighbourhood);
    }

    /** Whether it went back in time; otherwise it showed what nobody had written. */
    public boolean stale() {
        return read.shown().atLeast(low) < low || read.shown() instanceof Sighting.OneIn;
    }

    @Override
    public String toString() {
        return "%s of %s: showed %s, must be %s to %s%n  %s%n%s"
                .formatted(
                        stale() ? "STALE READ" : "READ FROM NOWHERE",
                        fact,
                        read.shown(),
                        low == Timeline.NOTHING ? "anything" : String.valueOf(low),
                        high == Timeline.NOTHING ? "nothing" : String.valueOf(high),
                        read.line(read.begin()),
                        neighbourhood.stream()
                                .map(event -> "    " + event.line(read.begin()))
                                .collect(Collectors.joining("\n")));
    }
}
