package dev.mainstay.application.coherence;

import static dev.mainstay.application.coherence.ContractView.VIEW;
import static dev.mainstay.application.coherence.ContractView.keys;
import static dev.mainstay.application.coherence.ContractView.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class VerifyingHitsTest {

    private final TestClock clock = TestClock.at("2026-03-01T12:00:00Z");
    private final InMemoryViewCache cache = new InMemoryViewCache(new InMemoryTransactions(), clock);
    private final UUID id = UUID.randomUUID();
    private final List<String> mismatches = new ArrayList<>();
    private int matches;

    private final ShadowVerifiedViewCache.Listener listener = new ShadowVerifiedViewCache.Listener() {
        @Override
        public void verified(CachedView<?, ?> view) {
            matches++;
        }

        @Override
        public void mismatch(CachedView<?, ?> view, CacheKey key, Object cached, Object facts) {
            mismatches.add(key.toString());
        }
    };

    private final ViewCache verified = new ShadowVerifiedViewCache(cache, clock, 1.0, listener);

    @Test
    void a_hit_that_equals_the_facts_passes() {
        verified.read(VIEW, id, asked -> saying("a"));
        var hit = verified.read(VIEW, id, asked -> saying("a"));

        assertThat(hit.outcome()).isEqualTo(Outcome.HIT);
        assertThat(matches).isEqualTo(1);
        assertThat(mismatches).isEmpty();
    }

    @Test
    void a_hit_that_differs_from_the_facts_is_reported_and_not_shown() {
        verified.read(VIEW, id, asked -> saying("old"));
        var shown = verified.read(VIEW, id, asked -> saying("new"));

        assertThat(shown.value()).isEqualTo(saying("new"));
        assertThat(shown.outcome()).isEqualTo(Outcome.BYPASS);
        assertThat(mismatches).containsExactly(VIEW.key(id).toString());
    }

    @Test
    void a_difference_is_none_when_a_write_came_between() {
        verified.read(VIEW, id, asked -> saying("old"));
        Function<UUID, ContractView> writeBeforeLoad = asked -> {
            cache.raise(keys(id)).lower();
            return saying("new");
        };
        var hit = verified.read(VIEW, id, writeBeforeLoad);

        assertThat(hit.value()).isEqualTo(saying("old"));
        assertThat(mismatches).isEmpty();
    }

    @Test
    void what_would_not_be_kept_is_compared_with_nothing() {
        var view = VIEW.goodUntil(value -> value.equals(saying("a part of it")) ? clock.instant() : Instant.MAX);
        verified.read(view, id, asked -> saying("all of it"));
        var hit = verified.read(view, id, asked -> saying("a part of it"));

        assertThat(hit.value()).isEqualTo(saying("all of it"));
        assertThat(hit.outcome()).isEqualTo(Outcome.HIT);
        assertThat(matches).isZero();
        assertThat(mismatches).isEmpty();
    }

    @Test
    void a_share_of_a_quarter_verifies_every_fourth_hit() {
        var quarter = new ShadowVerifiedViewCache(cache, clock, 0.25, listener);
        for (int read = 0; read < 9; read++) {
            quarter.read(VIEW, id, asked -> saying("a"));
        }

        assertThat(matches).isEqualTo(2);
    }

    @Test
    void a_share_above_one_is_a_mistake() {
        assertThatThrownBy(() -> new ShadowVerifiedViewCache(cache, clock, 1.5, listener))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
