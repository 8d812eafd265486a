package dev.mainstay.redis.coherence;

import static dev.mainstay.application.coherence.ContractView.VIEW;
import static dev.mainstay.application.coherence.ContractView.keys;
import static dev.mainstay.application.coherence.ContractView.saying;
import static dev.mainstay.redis.RedisFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.CacheOperations;
import dev.mainstay.application.coherence.CacheState.Reach;
import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.ContractView;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator drops on one instance, no instance serves any more; the facts say "new" and Redis holds "doubtful". */
class DroppingWhatIsCachedIT {

    private static final CachedView<UUID, ContractView> OTHER =
            CachedView.of(KeyModule.CACHE, "contract-other", "thing", UUID::toString, ContractView.class);

    private final UUID id = UUID.randomUUID();
    private TestRedis redis;
    private RedisFixture here;
    private RedisFixture there;

    @BeforeEach
    void start() {
        redis = TestRedis.start();
        here = RedisFixture.with(RedisFixture.realBudgets(redis.uri()));
        there = here.another();
        here.awaitTrust();
        there.awaitTrust();
        for (var view : new CachedView<?, ?>[] {VIEW, OTHER}) {
            await("a doubtful hit on both", () -> isDoubtfulHit(here, view) && isDoubtfulHit(there, view));
        }
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
        redis.close();
    }

    private boolean isDoubtfulHit(RedisFixture instance, CachedView<?, ?> view) {
        var asked = view.equals(VIEW) ? VIEW : OTHER;
        return instance.cache().read(asked, id, any -> saying("doubtful")).outcome() == Outcome.HIT;
    }

    private Cached<ContractView> read(RedisFixture instance, CachedView<UUID, ContractView> view) {
        return instance.cache().read(view, id, asked -> saying("new"));
    }

    private CacheOperations operations() {
        return here.adapters.cacheOperations();
    }

    @Test
    void a_dropped_view_counts_on_no_instance_and_other_views_stay() {
        operations().dropView(VIEW);

        assertThat(read(there, VIEW).value()).isEqualTo(saying("new"));
        assertThat(read(here, VIEW).value()).isEqualTo(saying("new"));
        await(
                "a hit on the other view",
                () -> read(there, OTHER).outcome() == Outcome.HIT
                        && read(there, OTHER).value().equals(saying("doubtful")));
        await("hits again", () -> read(there, VIEW).outcome() == Outcome.HIT);
        assertThat(operations().state().dropped()).containsEntry(VIEW.name(), 1);
    }

    @Test
    void a_view_is_dropped_while_redis_is_away() {
        redis.pause();
        here.awaitDegraded();

        operations().dropView(VIEW);

        redis.resume();
        await("hits again", () -> read(there, VIEW).outcome() == Outcome.HIT);
        assertThat(read(there, VIEW).value()).isEqualTo(saying("new"));
    }

    @Test
    void everything_is_dropped_by_a_new_incarnation_and_hits_come_back_after_its_quarantine() {
        operations().dropEverything();

        assertThat(read(there, VIEW).value()).isEqualTo(saying("new"));
        assertThat(read(there, OTHER).value()).isEqualTo(saying("new"));
        assertThat(here.ledger.standing().inForce().number()).isEqualTo(2);
        await("hits again", () -> read(there, VIEW).outcome() == Outcome.HIT);
        assertThat(read(there, VIEW).value()).isEqualTo(saying("new"));
        await(
                "this instance to hear of it",
                () -> operations().state().withheld().isEmpty());
    }

    @Test
    void everything_is_not_dropped_while_redis_is_away_and_says_so() {
        redis.pause();
        here.awaitDegraded();

        assertThatThrownBy(() -> operations().dropEverything())
                .isInstanceOfSatisfying(
                        Unavailable.class, refused -> assertThat(refused.code()).isEqualTo("cache_unavailable"));
        assertThat(here.ledger.standing().inForce().number()).isEqualTo(1);
        assertThat(operations().state().reach()).isEqualTo(Reach.DEGRADED);
        redis.resume();
    }

    @Test
    void a_key_is_dropped_by_a_write_that_changes_nothing() {
        here.write(keys(id), () -> {});

        assertThat(read(there, VIEW).value()).isEqualTo(saying("new"));
        assertThat(read(there, OTHER).value()).isEqualTo(saying("doubtful"));
    }

    @Test
    void state_and_figures_are_those_of_the_instance() {
        double hits = here.count("mainstay.view.reads", "view", VIEW.name(), "outcome", "hit");
        read(here, VIEW);

        var state = operations().state();
        var figures = operations().figures(VIEW);

        assertThat(state.reach()).isEqualTo(Reach.UP);
        assertThat(state.breakerClosed()).isTrue();
        assertThat(state.withheld()).isEmpty();
        assertThat(state.distrustSince()).isEmpty();
        assertThat(state.pendingKeys()).isZero();
        assertThat(state.inForce().orElseThrow().number()).isEqualTo(1);
        assertThat(figures.hits()).isEqualTo(Math.round(hits) + 1);
        assertThat(figures.misses()).isPositive();
    }

    @Test
    void without_a_redis_there_is_nothing_to_drop_and_reads_are_counted() {
        try (var absent = here.withoutRedis()) {
            absent.viewCache().read(VIEW, id, asked -> saying("new"));

            assertThat(absent.cacheOperations().isAbsent()).isTrue();
            assertThat(absent.cacheOperations().state().reach()).isEqualTo(Reach.ABSENT);
            assertThat(absent.cacheOperations().figures(VIEW).bypasses()).containsEntry("no_cache", 1L);
        }
    }
}
