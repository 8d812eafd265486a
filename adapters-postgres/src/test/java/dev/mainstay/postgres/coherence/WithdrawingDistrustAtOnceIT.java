package dev.mainstay.postgres.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.postgres.sql.Database;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A withdrawal and the transactions that rely on the distrust, at the same moment: one of them always learns of the other. */
class WithdrawingDistrustAtOnceIT {

    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final Set<CacheKey> KEYS = Set.of(new CacheKey(KeyModule.WIDGETS, "ledger", "user", "a"));

    private final Database facts = new Database(LedgerDatabase.POOL);
    private final CoherenceLedger ledger = patient(LedgerDatabase.BOUNDED);
    private final UUID ann = UUID.randomUUID();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private CoherenceLedger patient(DataSource connections) {
        return new PostgresCoherenceLedger(facts, connections, PATIENT);
    }

    @BeforeEach
    void annIsDistrusted() {
        LedgerDatabase.empty();
        ledger.declareDistrust(ann);
    }

    @AfterEach
    void endThreads() {
        threads.close();
    }

    private boolean note() {
        return facts.run(() -> ledger.recordPending(ann, "token", KEYS));
    }

    private boolean distrusted() {
        return ledger.standing().distrustSince().isPresent();
    }

    /** A transaction that has noted the keys and is open until it is let go. */
    private final class Holder {
        private final CountDownLatch letGo = new CountDownLatch(1);
        private final Future<Boolean> answer;

        Holder(boolean commits) throws InterruptedException {
            var holds = new CountDownLatch(1);
            answer = threads.submit(() -> {
                try {
                    return facts.run(() -> {
                        boolean stands = ledger.recordPending(ann, "token", KEYS);
                        holds.countDown();
                        await(letGo);
                        if (!commits) {
                            throw new RolledBack();
                        }
                        return stands;
                    });
                } catch (RolledBack wanted) {
                    return false;
                }
            });
            await(holds);
        }

        boolean end() throws Exception {
            letGo.countDown();
            return of(answer);
        }
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @ValueSource(strings = {"read committed", "repeatable read"})
    void a_withdrawal_waits_for_a_transaction_and_finds_the_keys_that_it_committed(String defaultIsolation)
            throws Exception {
        var other = patient(
                LedgerDatabase.with("-c default_transaction_isolation=" + defaultIsolation.replace(" ", "\\ ")));
        var holder = new Holder(true);
        var withdrawal = threads.submit(() -> other.withdrawDistrust(ann, Duration.ZERO));
        LedgerDatabase.untilWaitingForALock(1);

        assertThat(holder.end()).isTrue();

        assertThat(of(withdrawal)).isFalse();
        assertThat(distrusted()).isTrue();
        assertThat(ledger.pending(ann, 9)).hasSize(1);
    }

    @Test
    void a_withdrawal_waits_for_a_transaction_and_finds_nothing_of_it_after_a_rollback() throws Exception {
        var holder = new Holder(false);
        var withdrawal = threads.submit(() -> ledger.withdrawDistrust(ann, Duration.ZERO));
        LedgerDatabase.untilWaitingForALock(1);

        holder.end();

        assertThat(of(withdrawal)).isTrue();
        assertThat(distrusted()).isFalse();
        assertThat(ledger.pending(ann, 9)).isEmpty();
    }

    @Test
    void a_withdrawal_that_waits_keeps_out_neither_further_transactions_nor_heartbeats_nor_declarations()
            throws Exception {
        var first = new Holder(true);
        var withdrawal = threads.submit(() -> ledger.withdrawDistrust(ann, Duration.ZERO));
        LedgerDatabase.untilWaitingForALock(1);

        var second = new Holder(true);
        ledger.beat(ann);
        ledger.declareDistrust(ann);
        first.end();
        LedgerDatabase.untilWaitingForALock(1);
        assertThat(withdrawal.isDone()).isFalse();
        assertThat(second.end()).isTrue();

        assertThat(of(withdrawal)).isFalse();
        assertThat(ledger.pending(ann, 9)).hasSize(2);
    }

    @Test
    void a_transaction_that_waits_for_a_withdrawal_finds_the_distrust_gone_and_notes_nothing() throws Exception {
        var note = LedgerDatabase.JDBI.inTransaction(handle -> {
            handle.execute("SELECT FROM coherence.distrust WHERE instance = ? FOR UPDATE", ann);
            var waiting = threads.submit(this::note);
            LedgerDatabase.untilWaitingForALock(1);
            handle.execute("DELETE FROM coherence.distrust WHERE instance = ?", ann);
            return waiting;
        });

        assertThat(of(note)).isFalse();
        assertThat(ledger.pending(ann, 9)).isEmpty();
    }

    @Test
    void a_transaction_that_waits_for_a_withdrawal_in_vain_notes_its_keys() throws Exception {
        var note = LedgerDatabase.JDBI.inTransaction(handle -> {
            handle.execute("SELECT FROM coherence.distrust WHERE instance = ? FOR UPDATE", ann);
            var waiting = threads.submit(this::note);
            LedgerDatabase.untilWaitingForALock(1);
            return waiting;
        });

        assertThat(of(note)).isTrue();
        assertThat(ledger.pending(ann, 9)).hasSize(1);
    }

    @Test
    void a_transaction_that_waits_for_a_withdrawal_and_a_heartbeat_between_still_notes_its_keys() throws Exception {
        var note = LedgerDatabase.JDBI.inTransaction(handle -> {
            handle.execute("SELECT FROM coherence.distrust WHERE instance = ? FOR UPDATE", ann);
            handle.execute("UPDATE coherence.distrust SET heard_at = clock_timestamp()");
            var waiting = threads.submit(this::note);
            LedgerDatabase.untilWaitingForALock(1);
            return waiting;
        });

        assertThat(of(note)).isTrue();
        assertThat(ledger.pending(ann, 9)).hasSize(1);
    }

    @Test
    void whoever_comes_first_keys_are_noted_exactly_when_the_distrust_stays() throws Exception {
        for (int round = 0; round < 50; round++) {
            annIsDistrusted();
            var start = new CyclicBarrier(4);
            var notes = List.of(together(start, this::note), together(start, this::note));
            var withdrawal = together(start, () -> ledger.withdrawDistrust(ann, Duration.ZERO));
            var beat = together(start, () -> {
                ledger.beat(ann);
                return true;
            });

            long noted = 0;
            for (var note : notes) {
                noted += of(note) ? 1 : 0;
            }
            boolean withdrawn = of(withdrawal);

            assertThat(of(beat)).isTrue();
            assertThat(ledger.pending(ann, 9)).hasSize((int) noted);
            assertThat(distrusted()).isEqualTo(!withdrawn);
            assertThat(withdrawn).isEqualTo(noted == 0);
        }
    }

    private <T> Future<T> together(CyclicBarrier start, Callable<T> action) {
        return threads.submit(() -> {
            start.await(10, TimeUnit.SECONDS);
            return action.call();
        });
    }

    private static <T> T of(Future<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it did not come to that");
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
