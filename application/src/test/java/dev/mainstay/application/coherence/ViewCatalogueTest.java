package dev.mainstay.application.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.domain.event.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewCatalogueTest {

    private interface Touched extends DomainEvent {
        String owner();
    }

    private record Moved(String owner, List<String> neighbours) implements Touched {}

    private static final CachedView<String, String> ROOM = CachedView.of(
                    KeyModule.WIDGETS, "room", "user", (String owner) -> owner, String.class)
            .invalidatedBy(Touched.class, Touched::owner)
            .invalidatedByEach(Moved.class, Moved::neighbours);

    @Test
    void events_become_the_exact_keys_of_every_view_they_touch_each_once() {
        var catalogue = new ViewCatalogue(List.of(ROOM));

        var keys = catalogue.keysTouchedBy(List.of(new Moved("ann", List.of("bob", "ann"))));

        assertThat(keys)
                .extracting(CacheKey::toString)
                .containsExactly("widgets:room:user:ann", "widgets:room:user:bob");
    }

    @Test
    void a_coherent_view_must_name_what_invalidates_it() {
        var orphan = CachedView.of(KeyModule.CACHE, "orphan", "user", (String id) -> id, String.class);

        assertThatThrownBy(() -> new ViewCatalogue(List.of(orphan)))
                .hasMessage("cache:orphan:user is coherent and names nothing that invalidates it");
        assertThat(new ViewCatalogue(List.of(orphan.timed())).views()).hasSize(1);
    }

    @Test
    void sessions_roles_and_money_are_never_shown_stale() {
        for (var module : List.of(KeyModule.SESSION, KeyModule.AUTH, KeyModule.FINANCE, KeyModule.FEES)) {
            var view = CachedView.of(module, "grave", "user", (String id) -> id, String.class);

            assertThatThrownBy(view::staleWhileDatabaseIsAway)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("G9: ");
            assertThat(view.mayBeStaleWhileDatabaseIsAway()).isFalse();
        }
        assertThat(ROOM.staleWhileDatabaseIsAway().mayBeStaleWhileDatabaseIsAway())
                .isTrue();
    }

    @Test
    void two_views_may_not_share_a_name() {
        assertThatThrownBy(() -> new ViewCatalogue(List.of(ROOM, ROOM)))
                .hasMessage("two views are named widgets:room:user");
    }

    @Test
    void a_value_lies_no_longer_than_the_end_it_names_itself() {
        var now = Instant.parse("2026-03-01T12:00:00Z");
        var until = CachedView.of(KeyModule.WIDGETS, "until", "user", (String id) -> id, Instant.class)
                .ttl(Duration.ofMinutes(5))
                .goodUntil(value -> value);

        assertThat(until.ttl(now.plusSeconds(60), now)).hasSeconds(60);
        assertThat(until.ttl(Instant.MAX, now)).hasMinutes(5);
        assertThat(until.ttl(now, now)).isZero();
        assertThat(until.ttl(now.minusSeconds(1), now)).isZero();
    }

    @Test
    void a_key_takes_lowercase_ids_alone() {
        assertThatThrownBy(() -> ROOM.key("Ann@Example.org")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ROOM.key("a:b")).isInstanceOf(IllegalArgumentException.class);
    }
}
