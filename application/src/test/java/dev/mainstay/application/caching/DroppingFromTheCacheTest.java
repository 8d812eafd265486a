package dev.mainstay.application.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.audit.AuditTrail;
import dev.mainstay.application.audit.InMemoryAuditLog;
import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.CacheOperations;
import dev.mainstay.application.coherence.CacheState;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.InMemoryViewCache;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.coherence.ViewFigures;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DroppingFromTheCacheTest {

    private record Touched(String owner) implements DomainEvent {}

    private static final CachedView<String, String> ROOM = CachedView.of(
                    KeyModule.WIDGETS, "room", "user", (String owner) -> owner, String.class)
            .invalidatedBy(Touched.class, Touched::owner);

    private final UserId root = new UserId(new UUID(0, 1));
    private final TestClock clock = TestClock.at("2026-03-01T12:00:00Z");
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryViewCache views = new InMemoryViewCache(transactions, clock);
    private final InMemoryAuditLog log = new InMemoryAuditLog(transactions);
    private final ViewCatalogue catalogue = new ViewCatalogue(List.of(ROOM));
    private final Remembering operations = new Remembering();
    private final DropFromCache drop = new DropFromCache(
            new Writes(transactions, catalogue, views, List.of(new AuditTrail(log, clock)), List.of()),
            catalogue,
            operations);

    /** Remembers what it was told to drop. */
    private static final class Remembering implements CacheOperations {
        private final List<String> dropped = new ArrayList<>();
        private boolean absent;

        @Override
        public boolean isAbsent() {
            return absent;
        }

        @Override
        public CacheState state() {
            return CacheState.ABSENT;
        }

        @Override
        public ViewFigures figures(CachedView<?, ?> view) {
            return new ViewFigures(0, 0, 0, Map.of(), 0, 0, 0);
        }

        @Override
        public void dropView(CachedView<?, ?> view) {
            dropped.add(view.name());
        }

        @Override
        public void dropEverything() {
            dropped.add("everything");
        }
    }

    private Outcome read(String owner) {
        return views.read(ROOM, owner, any -> "as it is").outcome();
    }

    private List<String> ordered() {
        return log.on(root.value(), 10).stream()
                .map(recorded -> recorded.entry().action()
                        + ' '
                        + recorded.entry().after().get("dropped"))
                .toList();
    }

    @Test
    void one_key_is_dropped_as_by_a_write_and_its_neighbour_stays() {
        read("ann");
        read("bob");
        assertThat(read("ann")).isEqualTo(Outcome.HIT);

        drop.key(root, "widgets:room:user", "ann");

        assertThat(read("ann")).isEqualTo(Outcome.MISS);
        assertThat(read("bob")).isEqualTo(Outcome.HIT);
        assertThat(ordered()).containsExactly("cache.drop_ordered widgets:room:user:ann");
    }

    @Test
    void a_view_and_everything_are_ordered_in_the_audit_log_and_carried_out() {
        drop.view(root, "widgets:room:user");
        drop.everything(root);

        assertThat(operations.dropped).containsExactly("widgets:room:user", "everything");
        assertThat(ordered())
                .containsExactlyInAnyOrder("cache.drop_ordered widgets:room:user", "cache.drop_ordered everything");
    }

    @Test
    void a_view_that_is_not_in_the_catalogue_is_refused_by_name() {
        assertThatThrownBy(() -> drop.view(root, "widgets:hall:user"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("view: ");
        assertThatThrownBy(() -> drop.key(root, "widgets:hall:user", "ann"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("view: ");
        assertThat(ordered()).isEmpty();
    }

    @Test
    void what_cannot_be_the_end_of_a_key_is_refused_by_name() {
        for (String id : List.of("", "Ann", "a:b", "*", "a".repeat(201))) {
            assertThatThrownBy(() -> drop.key(root, "widgets:room:user", id))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("id: ");
        }
        assertThat(ordered()).isEmpty();
    }

    @Test
    void without_a_cache_there_is_nothing_to_drop() {
        operations.absent = true;

        assertThatThrownBy(() -> drop.everything(root))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("no_cache"));
        assertThat(ordered()).isEmpty();
    }

    @Test
    void a_key_that_an_event_names_is_touched_by_it() {
        CacheKey key = ROOM.keyEndingIn("ann");

        assertThat(catalogue.keysTouchedBy(List.of(new CacheDropOrdered(root, key.toString(), Set.of(key)))))
                .containsExactly(key);
    }
}
