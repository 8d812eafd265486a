package dev.mainstay.bootstrap.coherence.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Judges the history of many facts while it happens, in bounded memory: every read either fits between what was known when it began
 * and what was begun when it ended, or is a violation.
 */
public final class IntervalChecker {

    private static final int KEPT = 30;
    private static final int KEPT_OF_ONE_FACT = 3;

    private final Map<String, FactHistory> facts = new ConcurrentHashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong stalest = new AtomicLong();
    private final Consumer<Violation> listener;

    public IntervalChecker() {
        this(violation -> {});
    }

    /** One that tells of each violation at once. */
    public IntervalChecker(Consumer<Violation> listener) {
        this.listener = listener;
    }

    /** The history of a fact, begun at first mention. */
    public FactHistory fact(String name) {
        return facts.computeIfAbsent(name, mentioned -> new FactHistory(mentioned, this::alarm));
    }

    /** Nobody will read or write that fact any more. */
    public void forget(FactHistory fact) {
        facts.remove(fact.name(), fact);
    }

    private void alarm(Violation violation) {
        count.incrementAndGet();
        stalest.accumulateAndGet(violation.staleFor().toNanos(), Math::max);
        synchronized (violations) {
            long ofThisFact = violations.stream()
                    .filter(kept -> kept.fact().equals(violation.fact()))
                    .count();
            if (violations.size() < KEPT && ofThisFact < KEPT_OF_ONE_FACT) {
                violations.add(violation);
            }
        }
        listener.accept(violation);
    }

    /** How many reads could not be explained. */
    public long violations() {
        return count.get();
    }

    /** How long, at most, something newer had been known when a read began that did not show it. */
    public Duration stalest() {
        return Duration.ofNanos(stalest.get());
    }

    /** The first of them, few of each fact. */
    public List<Violation> firstViolations() {
        synchronized (violations) {
            return List.copyOf(violations);
        }
    }

    int facts() {
        return facts.size();
    }
}
