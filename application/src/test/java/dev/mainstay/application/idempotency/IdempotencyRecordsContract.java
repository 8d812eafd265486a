package dev.mainstay.application.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link IdempotencyRecords} do. */
public abstract class IdempotencyRecordsContract {

    protected static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
    private static final StoredAnswer ANSWER = new StoredAnswer(201, "{\"id\":1}", Map.of("Location", "/tasks/1"));

    protected IdempotencyRecords records;
    protected Transactions transactions;

    /** Opens an empty store and its transactions. */
    protected abstract Opened open();

    /** A store and its transactions. */
    public record Opened(IdempotencyRecords records, Transactions transactions) {}

    /** Somebody whose keys may be stored. */
    protected abstract UserId user();

    @BeforeEach
    final void openRecords() {
        var opened = open();
        records = opened.records();
        transactions = opened.transactions();
    }

    private Optional<StoredAnswer> claim(IdempotencyKey key) {
        return transactions.run(() -> records.claim(key, NOW));
    }

    private StoredAnswer answer(IdempotencyKey key, Supplier<StoredAnswer> effect) {
        return transactions.run(() -> records.claim(key, NOW).orElseGet(() -> {
            StoredAnswer made = effect.get();
            records.store(key, made);
            return made;
        }));
    }

    @Test
    void a_key_that_was_answered_gives_that_answer_again() {
        var key = new IdempotencyKey(user(), "k", "print");

        assertThat(answer(key, () -> ANSWER)).isEqualTo(ANSWER);

        assertThat(claim(key)).contains(ANSWER);
    }

    @Test
    void the_same_key_of_another_user_is_another_key() {
        answer(new IdempotencyKey(user(), "k", "print"), () -> ANSWER);

        assertThat(claim(new IdempotencyKey(user(), "k", "print"))).isEmpty();
    }

    @Test
    void a_key_used_for_another_request_is_refused() {
        var user = user();
        answer(new IdempotencyKey(user, "k", "print"), () -> ANSWER);

        assertThatThrownBy(() -> claim(new IdempotencyKey(user, "k", "another print")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid ->
                                assertThat(invalid.errors().getFirst().code()).isEqualTo("idempotency_key_reused"));
    }

    @Test
    void a_key_whose_transaction_rolled_back_is_free() {
        var key = new IdempotencyKey(user(), "k", "print");
        assertThatThrownBy(() -> answer(key, () -> {
                    throw new IllegalStateException("refused");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(answer(key, () -> ANSWER)).isEqualTo(ANSWER);
    }

    @Test
    void of_two_at_once_one_acts_and_the_other_waits_for_its_answer() throws Exception {
        var key = new IdempotencyKey(user(), "k", "print");
        var claimed = new CountDownLatch(1);
        var acted = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> answer(key, () -> {
                claimed.countDown();
                acted.incrementAndGet();
                return ANSWER;
            }));
            claimed.await();
            var second = threads.submit(() -> answer(key, () -> {
                acted.incrementAndGet();
                return ANSWER;
            }));

            assertThat(first.get()).isEqualTo(ANSWER);
            assertThat(second.get()).isEqualTo(ANSWER);
        }
        assertThat(acted).hasValue(1);
    }

    @Test
    void old_keys_are_forgotten() {
        var key = new IdempotencyKey(user(), "k", "print");
        answer(key, () -> ANSWER);

        assertThat(forgetBefore(NOW)).isZero();
        assertThat(forgetBefore(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(claim(key)).isEmpty();
    }

    private int forgetBefore(Instant instant) {
        return transactions.run(() -> records.forgetBefore(instant));
    }
}
