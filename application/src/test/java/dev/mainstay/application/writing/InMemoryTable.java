package dev.mainstay.application.writing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rows by key that take part in {@link InMemoryTransactions}: what in-memory repositories are made of. */
public final class InMemoryTable<K, R> {

    private final InMemoryTransactions transactions;
    private final Map<K, R> rows = new LinkedHashMap<>();

    public InMemoryTable(InMemoryTransactions transactions) {
        this.transactions = transactions;
        transactions.join(() -> {
            var before = new LinkedHashMap<>(rows());
            return () -> replaceAll(before);
        });
    }

    public synchronized Optional<R> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    public synchronized void put(K key, R row) {
        transactions.requireActive();
        rows.put(key, row);
    }

    public synchronized Optional<R> remove(K key) {
        transactions.requireActive();
        return Optional.ofNullable(rows.remove(key));
    }

    public synchronized int removeIf(Predicate<R> condition) {
        transactions.requireActive();
        int before = rows.size();
        rows.values().removeIf(condition);
        return before - rows.size();
    }

    /** A copy of the rows, in the order in which their keys were first put. */
    public Stream<R> stream() {
        return List.copyOf(rows().values()).stream();
    }

    private synchronized Map<K, R> rows() {
        return new LinkedHashMap<>(rows);
    }

    private synchronized void replaceAll(Map<K, R> before) {
        rows.clear();
        rows.putAll(before);
    }
}
