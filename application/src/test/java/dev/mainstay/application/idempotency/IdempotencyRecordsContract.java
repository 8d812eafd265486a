package dev.mainstay.application.idempotency;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link IdempotencyRecords} do. */
public abstract class IdempotencyRecordsContract {

    protected static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
    private static final StoredAnswer ANSWER = new StoredAnswer(201, "{\"id\":1}", Map.of("Location", "/tasks/1"));
    private static final StoredAnswer OTHER = new StoredAnswer(201, "", Map.of());

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

    private boolean add(IdempotencyKey key, StoredAnswer answer) {
        return transactions.run(() -> records.add(key, answer, NOW));
    }

    @Test
    void a_key_has_the_answer_that_was_stored_first() {
        var key = new IdempotencyKey(user(), "k", "print");

        assertThat(records.find(key)).isEmpty();
        assertThat(add(key, ANSWER)).isTrue();
        assertThat(add(key, OTHER)).isFalse();

        assertThat(records.find(key)).contains(ANSWER);
    }

    @Test
    void the_same_key_of_another_user_is_another_key() {
        add(new IdempotencyKey(user(), "k", "print"), ANSWER);
        var other = new IdempotencyKey(user(), "k", "print");

        assertThat(records.find(other)).isEmpty();
        assertThat(add(other, OTHER)).isTrue();
    }

    @Test
    void a_key_used_for_another_request_is_neither_stored_nor_answered() {
        var user = user();
        add(new IdempotencyKey(user, "k", "print"), ANSWER);
        var reused = new IdempotencyKey(user, "k", "another print");

        assertThat(add(reused, OTHER)).isFalse();
        assertThatThrownBy(() -> records.find(reused))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid ->
                                assertThat(invalid.errors().getFirst().code()).isEqualTo("idempotency_key_reused"));
    }

    @Test
    void a_key_whose_transaction_rolled_back_is_free() {
        var key = new IdempotencyKey(user(), "k", "print");
        assertThatThrownBy(() -> transactions.run(() -> {
                    records.add(key, ANSWER, NOW);
                    throw new IllegalStateException("refused");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(records.find(key)).isEmpty();
        assertThat(add(key, OTHER)).isTrue();
    }

    @Test
    void of_two_at_once_the_second_waits_for_the_first_to_end() throws Exception {
        var key = new IdempotencyKey(user(), "k", "print");
        var stored = new CompletableFuture<Void>();
        var commit = new CompletableFuture<Void>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> transactions.run(() -> {
                boolean added = records.add(key, ANSWER, NOW);
                stored.complete(null);
                commit.join();
                return added;
            }));
            stored.join();
            var second = threads.submit(() -> add(key, OTHER));

            assertThatThrownBy(() -> second.get(100, MILLISECONDS)).isInstanceOf(TimeoutException.class);
            commit.complete(null);

            assertThat(first.get()).isTrue();
            assertThat(second.get()).isFalse();
        }
        assertThat(records.find(key)).contains(ANSWER);
    }

    @Test
    void old_answers_are_forgotten() {
        var key = new IdempotencyKey(user(), "k", "print");
        add(key, ANSWER);

        assertThat(forgetBefore(NOW)).isZero();
        assertThat(forgetBefore(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(records.find(key)).isEmpty();
    }

    private int forgetBefore(Instant instant) {
        return transactions.run(() -> records.forgetBefore(instant));
    }
}
