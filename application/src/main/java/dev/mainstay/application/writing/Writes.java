package dev.mainstay.application.writing;

import dev.mainstay.application.coherence.Fences;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.writing.Transactions.CommitUnknown;
import dev.mainstay.application.writing.Transactions.Contention;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.refusal.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way to change facts: begin, let the use case decide and store, fence every view that shows the change, commit, lower the
 * fences, announce (coherence.md, "Writing"; order G5). A {@code run} inside a {@code run} joins the outer one.
 */
public final class Writes {

    private static final Logger log = LoggerFactory.getLogger(Writes.class);
    private static final int ATTEMPTS = 4;
    private static final ScopedValue<RaisedEvents> CURRENT = ScopedValue.newInstance();

    private final Transactions transactions;
    private final ViewCatalogue catalogue;
    private final Fences fences;
    private final List<InTransaction> inTransaction;
    private final List<AfterCommit> afterCommit;

    public Writes(
            Transactions transactions,
            ViewCatalogue catalogue,
            Fences fences,
            List<InTransaction> inTransaction,
            List<AfterCommit> afterCommit) {
        this.transactions = transactions;
        this.catalogue = catalogue;
        this.fences = fences;
        this.inTransaction = List.copyOf(inTransaction);
        this.afterCommit = List.copyOf(afterCommit);
    }

    /**
     * Runs the work in one transaction with its invalidations. It may be run again from the beginning when the store reports a
     * collision, so it has no effects but those on the store.
     *
     * @return what the work returned, never before it is committed and no reader can get an older view
     * @throws dev.mainstay.domain.refusal.Refusal whatever the work refused; nothing is stored
     */
    public <T> T run(Function<Events, T> work) {
        if (CURRENT.isBound()) {
            return work.apply(CURRENT.get());
        }
        if (transactions.active()) {
            // The fences would be lowered before that transaction commits.
            throw new IllegalStateException("Writes.run must not start inside a transaction that it did not begin");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return runOnce(work);
            } catch (Contention collision) {
                if (attempt == ATTEMPTS) {
                    log.warn("write_gave_up attempts={}", attempt, collision);
                    throw new Unavailable(
                            "contended",
                            "Too many changes to the same thing at once; try again.",
                            Duration.ofSeconds(1));
                }
            }
        }
    }

    /**
     * Runs the work as {@link #run} would, takes everything back, and tells nobody: for a dry run.
     *
     * @return what the work returned
     * @throws dev.mainstay.domain.refusal.Refusal whatever the work refused
     */
    @SuppressWarnings("unchecked") // the one exception that leaves the work with a result carries that of this work
    public <T> T rehearse(Function<Events, T> work) {
        if (CURRENT.isBound()) {
            throw new IllegalStateException("a rehearsal inside a write would take that back, too");
        }
        try {
            return run(events -> {
                throw new Rehearsed(work.apply(events));
            });
        } catch (Rehearsed rehearsed) {
            return (T) rehearsed.result;
        }
    }

    /** As {@link #run}, for work without a result. */
    public void perform(Consumer<Events> work) {
        run(events -> {
            work.accept(events);
            return true;
        });
    }

    private <T> T runOnce(Function<Events, T> work) {
        var raised = new RaisedEvents(inTransaction);
        var attempt = new Attempt();
        fences.awaitReadiness();
        T result;
        try {
            result = transactions.run(
                    () -> ScopedValue.where(CURRENT, raised).call(() -> decideAndFence(work, raised, attempt)));
        } catch (CommitUnknown unknown) {
            attempt.keepFence();
            throw new Unavailable(
                    "commit_unknown",
                    "The answer of the database was lost; repeat with the same Idempotency-Key, or look before repeating.",
                    Duration.ofSeconds(1));
        } finally {
            attempt.lower();
        }
        announce(raised.all());
        return result;
    }

    private <T> T decideAndFence(Function<Events, T> work, RaisedEvents raised, Attempt attempt) {
        T result = work.apply(raised);
        attempt.fence = fences.raise(catalogue.keysTouchedBy(raised.all()));
        return result;
    }

    private void announce(List<DomainEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        for (AfterCommit listener : afterCommit) {
            try {
                listener.committed(events);
            } catch (RuntimeException failure) {
                log.warn("announcement_failed listener={}", listener.getClass().getSimpleName(), failure);
            }
        }
    }

    /** Ends a rehearsal, so that its transaction is rolled back. */
    private static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Object result;

        Rehearsed(Object result) {
            super(null, null, false, false);
            this.result = result;
        }
    }

    /** One try at the transaction, and the fence that protects it, if it came so far. */
    private static final class Attempt {
        private Fences.Fence fence = () -> {};

        void lower() {
            fence.lower();
        }

        /** Outcome unknown: the fence stays until it expires, longer than any transaction may stay open. */
        void keepFence() {
            fence = () -> {};
        }
    }
}
