package dev.mainstay.bootstrap.health;

import dev.mainstay.bootstrap.health.Check.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every part how it is, at most once a second however often it is asked itself: anybody may ask. */
final class Health {

    private static final Logger log = LoggerFactory.getLogger(Health.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final List<Check> checks;
    private final InstantSource clock;
    private Report last = new Report(Map.of(), Instant.MIN, true, true);

    Health(Collection<Check> checks, InstantSource clock) {
        this.checks = List.copyOf(checks);
        this.clock = clock;
    }

    /**
     * How the parts are.
     *
     * @param ready whether every required part is up
     * @param complete whether every part is
     */
    record Report(Map<String, State> parts, Instant at, boolean ready, boolean complete) {
        /** {@code up}; {@code degraded} when something is missing that it can do without; {@code down}. */
        String status() {
            return complete ? "up" : ready ? "degraded" : "down";
        }
    }

    synchronized Report report() {
        Instant now = clock.instant();
        if (now.minus(FRESH).isAfter(last.at())) {
            last = ask(now);
        }
        return last;
    }

    private Report ask(Instant now) {
        var parts = new TreeMap<String, State>();
        boolean ready = true;
        for (Check check : checks) {
            State state = ask(check);
            parts.put(check.name(), state);
            ready &= state != State.DOWN || !check.required();
        }
        return new Report(parts, now, ready, !parts.containsValue(State.DOWN));
    }

    private static State ask(Check check) {
        try {
            return check.state().get();
        } catch (RuntimeException failure) {
            log.debug("health_check_failed part={}", check.name(), failure);
            return State.DOWN;
        }
    }
}
