package dev.mainstay.application.coherence;

import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.refusal.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A ledger whose pending keys belong to {@link InMemoryTransactions}, and everything else to nobody's. It can be away, for tests of
 * those who ask it.
 */
public final class InMemoryCoherenceLedger implements CoherenceLedger {

    private final InMemoryTransactions transactions;
    private final InstantSource clock;
    private final UUID deployment = UUID.randomUUID();
    private final Map<UUID, Distrust> distrusted = new HashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, Integer> dropped = new HashMap<>();

    /** Of the one transaction that is open, if any. */
    private final Set<UUID> held = new HashSet<>();

    private final List<Note> uncommitted = new ArrayList<>();

    private Incarnation inForce = new Incarnation(0, "", "", true);
    private long lastId;
    private boolean away;

    private record Distrust(Instant declared, Instant heard) {}

    private record Note(UUID instance, Pending pending) {}

    public InMemoryCoherenceLedger(InMemoryTransactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
        transactions.join(new InMemoryTransactions.Participant() {
            @Override
            public Runnable snapshot() {
                return () -> end(false);
            }

            @Override
            public void committed() {
                end(true);
            }
        });
    }

    /** From now on everything throws {@link Unavailable}, until it is said to be back. */
    public synchronized void away(boolean gone) {
        away = gone;
    }

    @Override
    public synchronized Standing standing() {
        answer();
        return new Standing(
                deployment,
                inForce,
                distrusted.values().stream().map(Distrust::declared).min(Comparator.naturalOrder()),
                dropped);
    }

    @Override
    public synchronized boolean propose(Incarnation expected, Incarnation next) {
        answer();
        if (next.number() <= expected.number()) {
            throw new IllegalArgumentException(next + " does not come after " + expected);
        }
        if (inForce.number() != expected.number()) {
            return false;
        }
        inForce = next;
        return true;
    }

    @Override
    public synchronized void settle(Incarnation incarnation) {
        answer();
        if (inForce.number() == incarnation.number()) {
            inForce = new Incarnation(inForce.number(), inForce.runId(), inForce.marker(), true);
        }
    }

    @Override
    public synchronized void declareDistrust(UUID instance) {
        answer();
        Instant now = clock.instant();
        distrusted.merge(instance, new Distrust(now, now), (before, again) -> new Distrust(before.declared(), now));
    }

    @Override
    public synchronized boolean declareUnfenced(UUID instance) {
        boolean stood = distrusted.containsKey(instance);
        declareDistrust(instance);
        if (notes.stream()
                .noneMatch(note ->
                        note.instance().equals(instance) && note.pending().everything())) {
            notes.add(new Note(instance, new Pending(++lastId, Pending.EVERYTHING, "")));
            return false;
        }
        return stood;
    }

    @Override
    public synchronized boolean recordPending(UUID instance, String token, Set<CacheKey> keys) {
        transactions.requireActive();
        answer();
        if (!distrusted.containsKey(instance)) {
            return false;
        }
        held.add(instance);
        keys.forEach(key -> uncommitted.add(new Note(instance, new Pending(++lastId, key.toString(), token))));
        return true;
    }

    @Override
    public synchronized void beat(UUID instance) {
        answer();
        distrusted.computeIfPresent(instance, (same, before) -> new Distrust(before.declared(), clock.instant()));
    }

    @Override
    public synchronized List<UUID> silentFor(Duration silence) {
        answer();
        Instant latest = clock.instant().minus(silence);
        return distrusted.entrySet().stream()
                .filter(entry -> !entry.getValue().heard().isAfter(latest))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized List<Pending> pending(UUID instance, int most) {
        answer();
        return notes.stream()
                .filter(note -> note.instance().equals(instance))
                .map(Note::pending)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized void repaired(Collection<Pending> pending) {
        answer();
        var ids = pending.stream().map(Pending::id).toList();
        notes.removeIf(note -> ids.contains(note.pending().id()));
    }

    @Override
    public synchronized boolean withdrawDistrust(UUID instance, Duration silence) {
        answer();
        var distrust = distrusted.get(instance);
        if (distrust != null && distrust.heard().isAfter(clock.instant().minus(silence))) {
            return false;
        }
        boolean pending = notes.stream().anyMatch(note -> note.instance().equals(instance));
        if (pending || held.contains(instance)) {
            return false;
        }
        distrusted.remove(instance);
        return true;
    }

    @Override
    public synchronized void dropView(String view) {
        answer();
        dropped.merge(view, 1, Integer::sum);
    }

    private synchronized void end(boolean committed) {
        if (committed) {
            notes.addAll(uncommitted);
        }
        uncommitted.clear();
        held.clear();
    }

    private void answer() {
        if (away) {
            throw new Unavailable("database_unavailable", "The ledger is away.", Duration.ofSeconds(2));
        }
    }
}
