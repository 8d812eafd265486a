package dev.mainstay.application.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.Refusal;
import dev.mainstay.domain.refusal.Unavailable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class IdempotentRequestsTest {

    private static final UserId ANN = new UserId(new UUID(7, 7));
    private static final IdempotencyKey KEY = new IdempotencyKey(ANN, "k", "print");

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Writes writes =
            new Writes(transactions, new ViewCatalogue(List.of()), keys -> () -> {}, List.of(), List.of());
    private final InMemoryTable<String, Integer> names = new InMemoryTable<>(transactions);
    private final IdempotentRequests requests = new IdempotentRequests(
            writes, new InMemoryIdempotencyRecords(transactions), TestClock.at("2026-03-01T10:00:00Z"));

    @Test
    void what_a_repeat_does_is_taken_back_and_it_gets_the_first_answer() {
        var first = requests.answer(KEY, () -> named("first"));

        var second = requests.answer(KEY, () -> named("second"));

        assertThat(second).isSameAs(first);
        assertThat(names.find("first")).isPresent();
        assertThat(names.find("second")).isEmpty();
    }

    @Test
    void a_repeat_that_is_refused_because_of_the_first_gets_its_answer() {
        var first = requests.answer(KEY, () -> named("ann"));

        assertThat(requests.answer(KEY, () -> named("ann"))).isSameAs(first);
    }

    @Test
    void a_refusal_is_not_stored() {
        requests.answer(new IdempotencyKey(ANN, "another", "print"), () -> named("ann"));

        assertThatThrownBy(() -> requests.answer(KEY, () -> named("ann"))).isInstanceOf(Conflict.class);

        assertThat(requests.answer(KEY, () -> named("ben")).body()).isEqualTo("ben");
    }

    @Test
    void a_key_used_for_another_request_is_refused_and_that_has_no_effect() {
        requests.answer(KEY, () -> named("ann"));
        var reused = new IdempotencyKey(ANN, "k", "another print");

        for (Supplier<StoredAnswer> request : List.<Supplier<StoredAnswer>>of(() -> named("ben"), () -> named("ann"))) {
            assertThatThrownBy(() -> requests.answer(reused, request))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            invalid -> assertThat(invalid.errors().getFirst().code())
                                    .isEqualTo("idempotency_key_reused"));
        }
        assertThat(names.find("ben")).isEmpty();
    }

    @Test
    void while_the_store_is_away_nobody_asks_it_for_an_earlier_answer() {
        requests.answer(KEY, () -> named("ann"));
        Refusal away = Unavailable.databaseAway();

        assertThatThrownBy(() -> requests.answer(KEY, () -> {
                    throw away;
                }))
                .isSameAs(away);
    }

    private StoredAnswer named(String name) {
        if (names.find(name).isPresent()) {
            throw new Conflict("name_taken", "There is a " + name + ".");
        }
        names.put(name, 1);
        return new StoredAnswer(201, name, Map.of());
    }
}
