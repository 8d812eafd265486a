package dev.mainstay.redis.coherence;

import static dev.mainstay.application.coherence.ContractView.VIEW;
import static dev.mainstay.application.coherence.ContractView.saying;
import static dev.mainstay.redis.RedisFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.ContractView;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL is away: what is shown all the same, and what is not (G9). */
class StaleWhileDatabaseIsAwayIT {

    private static final CachedView<UUID, ContractView> FLAGGED = CachedView.of(
                    KeyModule.CACHE, "contract-flagged", "thing", UUID::toString, ContractView.class)
            .staleWhileDatabaseIsAway();

    private final UUID id = UUID.randomUUID();
    private TestRedis redis;
    private RedisFixture here;

    @BeforeEach
    void start() {
        redis = TestRedis.start();
        here = RedisFixture.with(RedisFixture.realBudgets(redis.uri()));
        here.awaitTrust();
        for (var view : List.of(FLAGGED, VIEW)) {
            await(
                    "a hit",
                    () -> here.cache().read(view, id, asked -> saying("before")).outcome() == Outcome.HIT);
        }
    }

    @AfterEach
    void stop() {
        here.ledger.away(false);
        here.close();
        redis.close();
    }

    private Cached<ContractView> read(CachedView<UUID, ContractView> view, Supplier<Unavailable> failure) {
        return here.cache().read(view, id, asked -> {
            throw failure.get();
        });
    }

    private static Unavailable contended() {
        return new Unavailable("contended", "Busy.", Duration.ofSeconds(1));
    }

    /** The ledger is not heard of any more, until no hit is served under trust. */
    private void databaseGoesAway() {
        here.ledger.away(true);
        await(
                "trust to lapse",
                () -> here.adapters.cacheOperations().state().withheld().isPresent());
    }

    @Test
    void a_flagged_view_is_shown_and_labelled_with_the_time_of_its_facts() {
        var before = here.cache().read(FLAGGED, id, asked -> saying("before"));
        databaseGoesAway();

        var shown = read(FLAGGED, Unavailable::databaseAway);

        assertThat(shown.outcome()).isEqualTo(Outcome.STALE);
        assertThat(shown.detail()).isEqualTo("possibly-stale");
        assertThat(shown.value()).isEqualTo(saying("before"));
        assertThat(shown.asOf()).isEqualTo(before.asOf());
        assertThat(here.adapters.cacheOperations().figures(FLAGGED).stale()).isEqualTo(1);
    }

    @Test
    void a_view_without_the_flag_is_not() {
        databaseGoesAway();

        assertThatThrownBy(() -> read(VIEW, Unavailable::databaseAway)).isInstanceOf(Unavailable.class);
    }

    @Test
    void another_failure_is_passed_on() {
        databaseGoesAway();

        assertThatThrownBy(() -> read(FLAGGED, StaleWhileDatabaseIsAwayIT::contended))
                .isInstanceOfSatisfying(
                        Unavailable.class, away -> assertThat(away.code()).isEqualTo("contended"));
    }

    @Test
    void nothing_is_shown_where_nothing_lies() {
        databaseGoesAway();

        assertThatThrownBy(() -> here.cache().read(FLAGGED, UUID.randomUUID(), asked -> {
                    throw Unavailable.databaseAway();
                }))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void what_a_writer_has_fenced_is_not_shown() {
        var fence = here.fences().raise(Set.of(FLAGGED.key(id)));
        databaseGoesAway();

        assertThatThrownBy(() -> read(FLAGGED, Unavailable::databaseAway)).isInstanceOf(Unavailable.class);
        fence.lower();
    }

    @Test
    void what_lay_in_another_life_of_redis_is_not_shown() {
        String stored = here.inRedis(commands -> commands.get(FLAGGED.key(id).toString()));
        databaseGoesAway();
        redis.kill();
        redis.restart();
        here.inRedis(commands -> commands.set(FLAGGED.key(id).toString(), stored));
        here.awaitUp();

        assertThatThrownBy(() -> read(FLAGGED, Unavailable::databaseAway)).isInstanceOf(Unavailable.class);
    }

    @Test
    void when_the_last_word_was_that_a_writer_is_cut_off_nothing_is_known() {
        here.ledger.declareDistrust(UUID.randomUUID());
        await(
                "distrust to be heard of",
                () -> here.adapters.cacheOperations().state().distrustSince().isPresent());
        databaseGoesAway();

        assertThatThrownBy(() -> read(FLAGGED, Unavailable::databaseAway)).isInstanceOf(Unavailable.class);
        assertThat(here.adapters.lastKnown().of(FLAGGED, id)).isEmpty();
    }

    @Test
    void when_the_database_is_back_the_label_is_gone() {
        databaseGoesAway();
        assertThat(read(FLAGGED, Unavailable::databaseAway).outcome()).isEqualTo(Outcome.STALE);

        here.ledger.away(false);

        await(
                "a hit",
                () -> here.cache().read(FLAGGED, id, asked -> saying("after")).outcome() == Outcome.HIT);
    }
}
