package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.ledger.TransactionReplaced;
import dev.mainstay.domain.finance.ledger.TransactionVoided;
import dev.mainstay.domain.identity.UserId;
import java.time.InstantSource;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** What becomes of pending transactions: they say something else, count from now on, or never will. */
public final class SettleTransaction {

    private final Writes writes;
    private final LedgerAccounts accounts;
    private final Categories categories;
    private final LedgerTransactions transactions;
    private final UserZones zones;
    private final InstantSource clock;

    public SettleTransaction(
            Writes writes,
            LedgerAccounts accounts,
            Categories categories,
            LedgerTransactions transactions,
            UserZones zones,
            InstantSource clock) {
        this.writes = writes;
        this.accounts = accounts;
        this.categories = categories;
        this.transactions = transactions;
        this.zones = zones;
        this.clock = clock;
    }

    /**
     * Which transaction.
     *
     * @param expected null for whatever version there is
     */
    public record Subject(
            UserId owner,
            TransactionId transaction,
            @Nullable Version expected) {}

    /** Takes the draft's moment, description, postings and rate; the rest of it is not looked at. */
    public Transaction replace(Subject subject, TransactionDraft draft) {
        return writes.run(events -> {
            var transaction = lock(subject);
            var replaced = transaction.replace(LedgerRules.dated(
                    subject.owner(),
                    draft.at(),
                    draft.day(),
                    draft.description(),
                    draft.postings(),
                    draft.rate(),
                    zones,
                    clock));
            if (replaced.equals(transaction)) {
                return transaction;
            }
            var affected = new HashSet<LedgerAccountId>();
            affected.addAll(transaction.content().postings().accounts());
            affected.addAll(draft.postings().accounts());
            LedgerRules.requirePostable(
                    draft.postings(),
                    accounts.lockAll(subject.owner(), affected),
                    categories.find(subject.owner(), draft.postings().categories()));
            transactions.replace(replaced);
            events.raise(new TransactionReplaced(replaced.owner(), replaced.id()));
            return replaced;
        });
    }

    public Transaction post(Subject subject) {
        return writes.run(events -> {
            var transaction = lock(subject);
            var posted = transaction.post(clock.instant());
            if (!posted.equals(transaction)) {
                accounts.lockAll(subject.owner(), posted.content().postings().accounts())
                        .values()
                        .forEach(account -> account.requireOpen());
                transactions.replace(posted);
                events.raise(posted.postedEvent());
            }
            return posted;
        });
    }

    public Transaction voided(Subject subject) {
        return writes.run(events -> {
            var transaction = lock(subject);
            var voided = transaction.voided();
            if (!voided.equals(transaction)) {
                accounts.lockAll(subject.owner(), voided.content().postings().accounts());
                transactions.replace(voided);
                events.raise(new TransactionVoided(voided.owner(), voided.id()));
            }
            return voided;
        });
    }

    private Transaction lock(Subject subject) {
        return transactions.lock(subject.transaction(), subject.owner()).expect(subject.expected());
    }
}
