package dev.mainstay.application.finance.statements;

import dev.mainstay.application.finance.ledger.Payees;
import dev.mainstay.application.finance.statements.layout.Layout.Told;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Payee;
import dev.mainstay.domain.finance.statements.StatementId;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Statements without a database. */
public final class InMemoryStatements implements Statements {

    private record Stored(Statement statement, List<Byte> file) {}

    private record BookedBy(UserId owner, BookedRow row) {}

    private record Key(LedgerAccountId account, String text) {}

    private record Remembered(Key key, Told told, Instant at) {}

    private final InMemoryTransactions transactions;
    private final Payees payees;
    private final InMemoryTable<StatementId, Stored> statements;
    private final InMemoryTable<Key, BookedBy> booked;
    private final InMemoryTable<Key, Remembered> layouts;

    public InMemoryStatements(InMemoryTransactions transactions, Payees payees) {
        this.transactions = transactions;
        this.payees = payees;
        this.statements = new InMemoryTable<>(transactions);
        this.booked = new InMemoryTable<>(transactions);
        this.layouts = new InMemoryTable<>(transactions);
    }

    @Override
    public void add(Statement statement, byte[] file) {
        var bytes = new ArrayList<Byte>();
        for (byte each : file) {
            bytes.add(each);
        }
        statements.put(statement.id(), new Stored(statement, List.copyOf(bytes)));
    }

    @Override
    public Statement get(StatementId id, UserId owner) {
        return statements
                .find(id)
                .map(Stored::statement)
                .filter(statement -> statement.owner().equals(owner))
                .orElseThrow(Statement::notFound);
    }

    @Override
    public Statement lock(StatementId id, UserId owner) {
        transactions.requireActive();
        return get(id, owner);
    }

    @Override
    public byte[] file(StatementId id) {
        var bytes = statements.find(id).orElseThrow(Statement::notFound).file();
        var file = new byte[bytes.size()];
        for (int i = 0; i < file.length; i++) {
            file[i] = bytes.get(i);
        }
        return file;
    }

    @Override
    public void replace(Statement changed) {
        var stored = statements.find(changed.id()).orElseThrow(Statement::stale);
        if (!stored.statement().version().next().equals(changed.version())) {
            throw Statement.stale();
        }
        statements.put(changed.id(), new Stored(changed, stored.file()));
    }

    @Override
    public void remove(StatementId id) {
        statements.remove(id);
    }

    @Override
    public List<Statement> all(UserId owner) {
        return statements.stream()
                .map(Stored::statement)
                .filter(statement -> statement.owner().equals(owner))
                .sorted(Comparator.comparing(Statement::uploadedAt)
                        .thenComparing(statement -> statement.id().value().toString())
                        .reversed())
                .toList();
    }

    @Override
    public int purge(Instant uploadedBefore, int most) {
        var old = statements.stream()
                .map(Stored::statement)
                .filter(statement -> statement.uploadedAt().isBefore(uploadedBefore))
                .sorted(Comparator.comparing(Statement::uploadedAt))
                .limit(most)
                .toList();
        old.forEach(statement -> statements.remove(statement.id()));
        return old.size();
    }

    @Override
    public Map<String, BookedRow> booked(LedgerAccountId account, Collection<String> fingerprints) {
        return fingerprints.stream()
                .flatMap(each -> booked.find(new Key(account, each)).stream())
                .map(BookedBy::row)
                .collect(Collectors.toMap(BookedRow::fingerprint, Function.identity()));
    }

    @Override
    public void addBooked(UserId owner, LedgerAccountId account, List<BookedRow> rows) {
        rows.forEach(row -> booked.put(new Key(account, row.fingerprint()), new BookedBy(owner, row)));
    }

    @Override
    public void eachBooked(UserId owner, Consumer<BookedRow> row) {
        booked.stream()
                .filter(each -> each.owner().equals(owner))
                .map(BookedBy::row)
                .sorted(Comparator.comparing(
                                (BookedRow each) -> each.account().value().toString())
                        .thenComparing(each -> each.transaction().value().toString()))
                .forEach(row);
    }

    @Override
    public Told remembered(LedgerAccountId account, String headerKey) {
        return layouts.find(new Key(account, headerKey)).map(Remembered::told).orElse(Told.NOTHING);
    }

    @Override
    public void remember(UserId owner, LedgerAccountId account, String headerKey, Told told, Instant now) {
        var key = new Key(account, headerKey);
        layouts.put(key, new Remembered(key, told, now));
        layouts.stream()
                .filter(each -> each.key().account().equals(account))
                .sorted(Comparator.comparing(Remembered::at)
                        .reversed()
                        .thenComparing(each -> each.key().text()))
                .skip(MOST_REMEMBERED)
                .forEach(each -> layouts.remove(each.key()));
    }

    @Override
    public Map<String, Payee> payees(UserId owner, Collection<String> nameKeys) {
        return payees.page(owner, new PageRequest(PageRequest.MAX_LIMIT, null)).items().stream()
                .filter(payee -> nameKeys.contains(payee.name().key()))
                .collect(Collectors.toMap(payee -> payee.name().key(), Function.identity()));
    }
}
