package dev.mainstay.application.coherence;

import dev.mainstay.domain.event.DomainEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All views there are: the only source of view keys, for readers and for writers alike (G4, G6). */
public final class ViewCatalogue {

    private final List<CachedView<?, ?>> views;

    public ViewCatalogue(Collection<CachedView<?, ?>> views) {
        this.views = List.copyOf(views);
        var names = new HashSet<String>();
        for (var view : this.views) {
            if (!names.add(view.name())) {
                throw new IllegalArgumentException("two views are named " + view.name());
            }
            if (view.tier() == Tier.COHERENT && view.invalidatingEvents().isEmpty()) {
                throw new IllegalArgumentException(view.name() + " is coherent and names nothing that invalidates it");
            }
        }
    }

    public List<CachedView<?, ?>> views() {
        return views;
    }

    /** The view of that name. */
    public Optional<CachedView<?, ?>> named(String name) {
        return views.stream().filter(view -> view.name().equals(name)).findFirst();
    }

    /** The exact keys that the events make untrue, each once. */
    public Set<CacheKey> keysTouchedBy(Collection<? extends DomainEvent> events) {
        var keys = new LinkedHashSet<CacheKey>();
        for (var event : events) {
            if (event instanceof NamesKeys naming) {
                keys.addAll(naming.keys());
            }
            for (var view : views) {
                view.keysTouchedBy(event).forEach(keys::add);
            }
        }
        return keys;
    }
}
