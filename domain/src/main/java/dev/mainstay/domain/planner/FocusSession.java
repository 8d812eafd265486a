package dev.mainstay.domain.planner;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.refusal.Conflict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A focus session's life (P2): it runs from its start, may be paused and resumed as often as one likes, and ends once, finished
 * or abandoned. What it amounts to is computed from the stretches between pauses; nothing counts seconds.
 */
public sealed interface FocusSession {

    /** How long after its planned end a session may be left alone before it counts as forgotten. */
    Duration GRACE = Duration.ofHours(4);

    FocusPlan plan();

    Version version();

    /** The completed stretches, in order. */
    List<Stretch> stretches();

    /** Time counts, since the last start or resumption. */
    record Running(FocusPlan plan, Version version, List<Stretch> stretches, Instant since) implements FocusSession {
        public Running {
            stretches = List.copyOf(stretches);
        }

        /** Instances' clocks differ a little: a stretch that would end before it began is none. */
        private List<Stretch> stretchesUntil(Instant now) {
            if (!now.isAfter(since)) {
                return stretches;
            }
            var all = new ArrayList<>(stretches);
            all.add(new Stretch(since, now));
            return List.copyOf(all);
        }
    }

    /** Time does not count until it is resumed. */
    record Paused(FocusPlan plan, Version version, List<Stretch> stretches, Instant since) implements FocusSession {
        public Paused {
            stretches = List.copyOf(stretches);
        }
    }

    /** Over, and counted in totals and achievements. */
    record Finished(FocusPlan plan, Version version, List<Stretch> stretches, Instant endedAt) implements FocusSession {
        public Finished {
            stretches = List.copyOf(stretches);
        }
    }

    /** Over, and counted nowhere. */
    record Abandoned(FocusPlan plan, Version version, List<Stretch> stretches, Instant endedAt)
            implements FocusSession {
        public Abandoned {
            stretches = List.copyOf(stretches);
        }
    }

    static Running start(FocusPlan plan) {
        return new Running(plan, Version.FIRST, List.of(), plan.startedAt());
    }

    /** Stops the time. */
    default Paused pause(Instant now) {
        return switch (this) {
            case Running running -> new Paused(plan(), version().next(), running.stretchesUntil(now), now);
            case Paused paused -> throw refused("paused already");
            case Finished finished -> throw over();
            case Abandoned abandoned -> throw over();
        };
    }

    /** Lets the time count again. */
    default Running resume(Instant now) {
        return switch (this) {
            case Paused paused -> new Running(plan(), version().next(), stretches(), later(now, paused.since()));
            case Running running -> throw refused("running already");
            case Finished finished -> throw over();
            case Abandoned abandoned -> throw over();
        };
    }

    /** Ends it so that it counts. */
    default Finished finish(Instant now) {
        return switch (this) {
            case Running running -> new Finished(plan(), version().next(), running.stretchesUntil(now), now);
            case Paused paused -> new Finished(plan(), version().next(), stretches(), now);
            case Finished finished -> throw over();
            case Abandoned abandoned -> throw over();
        };
    }

    /** Ends it so that it does not count. */
    default Abandoned abandon(Instant now) {
        return switch (this) {
            case Running running -> new Abandoned(plan(), version().next(), running.stretchesUntil(now), now);
            case Paused paused -> new Abandoned(plan(), version().next(), stretches(), now);
            case Finished finished -> throw over();
            case Abandoned abandoned -> throw over();
        };
    }

    /**
     * Ends one that its user forgot, as of the moment until which time may honestly be counted: its planned end if it was
     * running, its pause if it was paused.
     */
    default Finished finishOverdue() {
        return switch (this) {
            case Running running -> finish(plannedEnd());
            case Paused paused -> finish(paused.since());
            case Finished finished -> throw over();
            case Abandoned abandoned -> throw over();
        };
    }

    /** The time focused until now, pauses left out. */
    default Duration focused(Instant now) {
        List<Stretch> all = this instanceof Running running ? running.stretchesUntil(now) : stretches();
        return Stretch.sum(all);
    }

    /** When the planned time is used up, if it is not paused (again) before that; for a paused one, if it were resumed at once. */
    default Instant plannedEnd() {
        Duration left = plan().planned().minus(Stretch.sum(stretches()));
        return switch (this) {
            case Running running -> running.since().plus(atLeastZero(left));
            case Paused paused -> paused.since().plus(atLeastZero(left));
            case Finished finished -> finished.endedAt();
            case Abandoned abandoned -> abandoned.endedAt();
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static Conflict refused(String why) {
        return new Conflict("focus_wrong_state", "The focus session is " + why + "; read it again.");
    }

    private static Conflict over() {
        return new Conflict("focus_over", "The focus session has ended; start another.");
    }
}
