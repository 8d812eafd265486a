package dev.mainstay.application.audit;

import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.event.AuditEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The audit log without a database: nobody but the test can reach what it holds, so its one chain is always whole. */
public final class InMemoryAuditLog implements AuditLog {

    private final InMemoryTransactions transactions;
    private final InMemoryTable<Long, Recorded> entries;

    public InMemoryAuditLog(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.entries = new InMemoryTable<>(transactions);
    }

    @Override
    public void append(AuditEntry entry, Instant at) {
        transactions.requireActive();
        long position = entries.stream().count() + 1;
        entries.put(position, new Recorded(0, position, at, entry));
    }

    @Override
    public List<Recorded> on(UUID subject, int limit) {
        return entries.stream()
                .filter(recorded -> recorded.entry().subject().equals(subject))
                .sorted(Comparator.comparing(Recorded::position).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Broken> verify() {
        return Optional.empty();
    }
}
