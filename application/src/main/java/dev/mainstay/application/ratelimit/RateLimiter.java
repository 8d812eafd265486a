package dev.mainstay.application.ratelimit;

import dev.mainstay.application.ratelimit.RatePolicy.Window;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A signal: counts uses and says when it is too many, in one round trip for all windows of a policy (R1).
 *
 * <p>Fallback: without Redis each instance counts for itself, so that the limit is at most multiplied by the number of instances.
 * Windows of an hour and more are first seeded with what PostgreSQL knows ({@link UsageReader}), when there is one.
 */
public interface RateLimiter {

    /** Counts one use, unless a window is full; then nothing is counted. Never throws for Redis. */
    Verdict take(RatePolicy policy, RateSubject subject, UsageReader usage);

    /** As above, without anything in PostgreSQL to seed from. */
    default Verdict take(RatePolicy policy, RateSubject subject) {
        return take(policy, subject, UsageReader.NONE);
    }

    /**
     * As {@link #take(RatePolicy, RateSubject)}, without keeping this thread waiting: the verdict comes when Redis or the fallback has
     * spoken. Never fails. Uses may be counted a few ahead, as long as a hundredth of what is left in each window is not exceeded: never more
     * pass than the limit, and with several instances somewhat fewer may.
     */
    default CompletionStage<Verdict> takeSoon(RatePolicy policy, RateSubject subject) {
        return CompletableFuture.completedFuture(take(policy, subject));
    }

    /**
     * What became of a use.
     *
     * @param windows the state of each window after this use, in the order of the policy
     */
    record Verdict(boolean allowed, List<WindowState> windows) {

        /** How long until every full window has room again; zero when allowed. */
        public Duration retryAfter() {
            return allowed
                    ? Duration.ZERO
                    : windows.stream()
                            .filter(state -> state.remaining() == 0)
                            .map(WindowState::resetsIn)
                            .max(Duration::compareTo)
                            .orElse(Duration.ofSeconds(1));
        }
    }

    /**
     * Where one window stands.
     *
     * @param remaining uses left, never negative
     * @param resetsIn until the window starts anew
     */
    record WindowState(Window window, int remaining, Duration resetsIn) {}

    /** What PostgreSQL knows of past uses, for quotas whose counter was lost. */
    @FunctionalInterface
    interface UsageReader {
        UsageReader NONE = (subject, past) -> 0;

        /** Uses by the subject within the past duration, from the facts. */
        int usedWithin(RateSubject subject, Duration past);
    }
}
