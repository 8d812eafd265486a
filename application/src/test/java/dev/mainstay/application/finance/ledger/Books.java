package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.application.writing.Writes;
import java.time.InstantSource;

/** All stores of the books, of one kind, and the use cases on them. */
public record Books(
        Transactions transactions,
        LedgerAccounts accounts,
        Categories categories,
        Payees payees,
        LedgerTransactions entries,
        Annotations annotations,
        LedgerReader reader) {

    /** Books without a database. */
    public static Books inMemory(InMemoryTransactions transactions) {
        var accounts = new InMemoryLedgerAccounts(transactions);
        var entries = new InMemoryLedgerTransactions(transactions);
        var annotations = new InMemoryAnnotations(transactions);
        return new Books(
                transactions,
                accounts,
                new InMemoryCategories(transactions, entries::isUsed),
                new InMemoryPayees(transactions, annotations::forget),
                entries,
                annotations,
                new InMemoryLedgerReader(accounts, entries, annotations));
    }

    public RecordTransactions recording(Writes writes, UserZones zones, Ids ids, InstantSource clock) {
        return new RecordTransactions(writes, accounts, categories, payees, entries, annotations, zones, ids, clock);
    }

    public SettleTransaction settling(Writes writes, UserZones zones, InstantSource clock) {
        return new SettleTransaction(writes, accounts, categories, entries, zones, clock);
    }

    public ReverseTransaction reversing(Writes writes, UserZones zones, Ids ids, InstantSource clock) {
        return new ReverseTransaction(writes, accounts, entries, annotations, zones, ids, clock);
    }
}
