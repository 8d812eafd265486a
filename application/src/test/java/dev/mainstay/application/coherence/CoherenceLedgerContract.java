package dev.mainstay.application.coherence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.CoherenceLedger.Pending;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.refusal.Conflict;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What every {@link CoherenceLedger} keeps, in three parts: {@link IncarnationsContract}, {@link DistrustContract} and {@link
 * PendingKeysContract}. A ledger proves itself by a class for each, all of them over one fixture of its own.
 */
public abstract class CoherenceLedgerContract {

    protected final UUID ann = UUID.randomUUID();
    protected final UUID bob = UUID.randomUUID();

    /** A ledger under test, with what its tests need besides. */
    public interface Fixture {
        /** On a database that nobody has used. */
        CoherenceLedger ledger();

        /** Those that the ledger's pending keys are noted in. */
        Transactions transactions();

        /** A ledger whose store does not answer. */
        CoherenceLedger away();

        /** Makes everything that was declared or heard so far so much older. */
        void letPass(Duration time);
    }

    /** The same throughout a test. */
    protected abstract Fixture fixture();

    protected final CoherenceLedger ledger() {
        return fixture().ledger();
    }

    protected final Transactions transactions() {
        return fixture().transactions();
    }

    protected static CacheKey key(String id) {
        return new CacheKey(KeyModule.WIDGETS, "ledger", "user", id);
    }

    protected static Set<CacheKey> keys(String... ids) {
        return Arrays.stream(ids).map(CoherenceLedgerContract::key).collect(Collectors.toSet());
    }

    /** Notes the keys in a transaction of their own. */
    protected final boolean note(UUID instance, String token, String... ids) {
        return transactions().run(() -> ledger().recordPending(instance, token, keys(ids)));
    }

    protected final List<String> pendingKeys(UUID instance) {
        return ledger().pending(instance, 100).stream().map(Pending::key).toList();
    }

    protected final boolean anyDistrust() {
        return ledger().standing().distrustSince().isPresent();
    }

    /** Runs the work in a transaction that is refused in the end. */
    protected final void rolledBack(Runnable work) {
        var refusal = new Conflict("taken", "The name is taken.");
        assertThatThrownBy(() -> transactions().run(() -> {
                    work.run();
                    throw refusal;
                }))
                .isSameAs(refusal);
    }
}
