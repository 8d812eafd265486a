package dev.mainstay.application.coherence;

import dev.mainstay.domain.event.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An entry of the catalogue: a value that is computed from facts, where it lies, how long, and what makes it untrue. It has no
 * way to be stored by anybody but the reader that has just loaded it (G7).
 *
 * @param <I> what a view is of, such as a user
 * @param <V> the value; a record without behaviour, readable and writable as JSON
 */
public final class CachedView<I, V> {

    private final Place<I> place;
    private final Class<V> type;
    private final Terms<I, V> terms;

    private CachedView(Place<I> place, Class<V> type, Terms<I, V> terms) {
        this.place = place;
        this.type = type;
        this.terms = terms;
    }

    /** A coherent view with a TTL of five minutes that nothing invalidates yet. */
    public static <I, V> CachedView<I, V> of(
            KeyModule module, String entity, String scope, Function<I, String> id, Class<V> type) {
        return new CachedView<>(new Place<>(module, entity, scope, id), type, new Terms<>());
    }

    public CachedView<I, V> ttl(Duration longest) {
        return on(changed -> changed.ttl = longest);
    }

    /**
     * Time alone makes a value of this view untrue, at the instant it names itself, such as local midnight; an instant in the
     * past keeps the value from being stored at all. {@link Instant#MAX} for a value that only events make untrue.
     */
    public CachedView<I, V> goodUntil(Function<V, Instant> ownEnd) {
        return on(changed -> changed.end = ownEnd);
    }

    /** May lag behind the facts by up to its TTL; for figures that carry {@code asOf}. */
    public CachedView<I, V> timed() {
        return on(changed -> changed.tier = Tier.TIMED);
    }

    /**
     * May be shown, labelled as possibly stale, while PostgreSQL is away (G9).
     *
     * @throws IllegalStateException for authentication, roles and money
     */
    public CachedView<I, V> staleWhileDatabaseIsAway() {
        if (!place.module().mayBeStale()) {
            throw new IllegalStateException("G9: " + name() + " is never shown stale");
        }
        return on(changed -> changed.stale = true);
    }

    /** One event makes one view untrue. */
    public <E extends DomainEvent> CachedView<I, V> invalidatedBy(Class<E> event, Function<E, I> of) {
        return invalidatedByEach(event, of.andThen(List::of));
    }

    /** One event makes several views untrue; their ids are all named by the event. */
    public <E extends DomainEvent> CachedView<I, V> invalidatedByEach(
            Class<E> event, Function<E, ? extends Collection<? extends I>> of) {
        var more = new ArrayList<>(terms.invalidations);
        more.add(new Invalidation<>(event, of));
        return on(changed -> changed.invalidations = List.copyOf(more));
    }

    /** The same view on other terms. */
    private CachedView<I, V> on(Consumer<Terms<I, V>> change) {
        var changed = new Terms<>(terms);
        change.accept(changed);
        return new CachedView<>(place, type, changed);
    }

    public CacheKey key(I of) {
        return keyEndingIn(place.id().apply(of));
    }

    /**
     * The key that ends so, for operators, who see keys and not what they are of.
     *
     * @throws IllegalArgumentException if no key can end so
     */
    public CacheKey keyEndingIn(String segment) {
        return new CacheKey(place.module(), place.entity(), place.scope(), segment);
    }

    /** {@code module:entity:scope}: the name in metrics, in {@code Cache-Status} and on the console. */
    public String name() {
        return place.module().segment() + ':' + place.entity() + ':' + place.scope();
    }

    public Class<V> type() {
        return type;
    }

    /** The longest a value may lie; what is stored gets a little less, at random, so that not all expire at once. */
    public Duration ttl() {
        return terms.ttl;
    }

    /**
     * How long this value may lie, from now: the TTL or what is left until the value's own end, whichever is less. Every cache
     * keeps to this one: zero means that it must not store the value.
     */
    public Duration ttl(V value, Instant now) {
        Instant until = end(value);
        if (until.isAfter(now.plus(terms.ttl))) {
            return terms.ttl;
        }
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** When time alone makes this value untrue; {@link Instant#MAX} for never. */
    public Instant end(V value) {
        return terms.end.apply(value);
    }

    public Tier tier() {
        return terms.tier;
    }

    public boolean mayBeStaleWhileDatabaseIsAway() {
        return terms.stale;
    }

    /** The classes of events that invalidate this view; {@code DomainEvent} itself or an interface names all below it. */
    public List<Class<? extends DomainEvent>> invalidatingEvents() {
        return terms.invalidations.stream()
                .<Class<? extends DomainEvent>>map(Invalidation::event)
                .toList();
    }

    /** What the event makes views untrue of; an id may come twice. */
    public Stream<I> idsTouchedBy(DomainEvent event) {
        return terms.invalidations.stream().flatMap(each -> each.idsIn(event));
    }

    Stream<CacheKey> keysTouchedBy(DomainEvent event) {
        return idsTouchedBy(event).map(this::key);
    }

    @Override
    public String toString() {
        return name();
    }

    /** Where its values lie. */
    private record Place<I>(KeyModule module, String entity, String scope, Function<I, String> id) {}

    /** How long its values are good, and for whom. Changed only before a view is made of it. */
    private static final class Terms<I, V> {
        Duration ttl = Duration.ofMinutes(5);
        Function<V, Instant> end = value -> Instant.MAX;
        Tier tier = Tier.COHERENT;
        boolean stale;
        List<Invalidation<?, I>> invalidations = List.of();

        Terms() {}

        Terms(Terms<I, V> other) {
            ttl = other.ttl;
            end = other.end;
            tier = other.tier;
            stale = other.stale;
            invalidations = other.invalidations;
        }
    }

    private record Invalidation<E extends DomainEvent, I>(
            Class<E> event, Function<E, ? extends Collection<? extends I>> ids) {
        Stream<? extends I> idsIn(DomainEvent raised) {
            return event.isInstance(raised) ? ids.apply(event.cast(raised)).stream() : Stream.empty();
        }
    }
}
