package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.finance.ledger.Annotation;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.ledger.TransactionRecorded;
import dev.mainstay.domain.finance.ledger.TransactionStatus;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Records transactions of one owner, one or many, all or none. Whatever posts to the books does it through this: it locks the
 * accounts in one order, so that opposite transfers never wait for each other in a circle.
 */
public final class RecordTransactions {

    private final Writes writes;
    private final LedgerAccounts accounts;
    private final Categories categories;
    private final Payees payees;
    private final LedgerTransactions transactions;
    private final Annotations annotations;
    private final UserZones zones;
    private final Ids ids;
    private final InstantSource clock;

    public RecordTransactions(
            Writes writes,
            LedgerAccounts accounts,
            Categories categories,
            Payees payees,
            LedgerTransactions transactions,
            Annotations annotations,
            UserZones zones,
            Ids ids,
            InstantSource clock) {
        this.writes = writes;
        this.accounts = accounts;
        this.categories = categories;
        this.payees = payees;
        this.transactions = transactions;
        this.annotations = annotations;
        this.zones = zones;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records them.
     *
     * @return the transactions, in the order of the drafts
     * @throws Invalid if an account, category or payee is not the owner's, an amount is in another currency than its account, or a
     *     balance would pass what can be counted
     * @throws dev.mainstay.domain.refusal.Conflict if an account is closed or a category archived
     */
    public List<Transaction> handle(UserId owner, List<TransactionDraft> drafts) {
        return writes.run(events -> {
            requirePostable(owner, drafts);
            var recorded = new ArrayList<Transaction>();
            var said = new ArrayList<Annotation>();
            Instant now = clock.instant();
            for (TransactionDraft draft : drafts) {
                var transaction = transaction(owner, draft, now);
                recorded.add(transaction);
                said.add(Annotation.first(transaction.id(), owner, draft.notes(), draft.payee(), draft.tags()));
            }
            transactions.addAll(recorded);
            annotations.addAll(said);
            events.raiseAll(recorded.stream().map(RecordTransactions::told).toList());
            return List.copyOf(recorded);
        });
    }

    /** As {@link #handle}, of one. */
    public Transaction one(UserId owner, TransactionDraft draft) {
        return handle(owner, List.of(draft)).getFirst();
    }

    /**
     * Refuses what {@link #handle} would refuse for its accounts, categories and payees, and locks the accounts. Only inside a
     * transaction.
     */
    public void requirePostable(UserId owner, List<TransactionDraft> drafts) {
        var accountIds = new HashSet<LedgerAccountId>();
        var categoryIds = new HashSet<CategoryId>();
        for (TransactionDraft draft : drafts) {
            accountIds.addAll(draft.postings().accounts());
            categoryIds.addAll(draft.postings().categories());
        }
        var theirAccounts = accounts.lockAll(owner, accountIds);
        var theirCategories = categories.find(owner, categoryIds);
        drafts.forEach(draft -> LedgerRules.requirePostable(draft.postings(), theirAccounts, theirCategories));
        var payeeIds = drafts.stream()
                .map(TransactionDraft::payee)
                .filter(Objects::nonNull)
                .collect(Collectors.<PayeeId>toSet());
        if (!payees.find(owner, payeeIds).keySet().containsAll(payeeIds)) {
            throw new Invalid("payee", "unknown_payee", "is no payee of yours");
        }
    }

    private Transaction transaction(UserId owner, TransactionDraft draft, Instant now) {
        var content = LedgerRules.dated(
                owner, draft.at(), draft.day(), draft.description(), draft.postings(), draft.rate(), zones, () -> now);
        var id = new TransactionId(ids.next());
        return draft.posted()
                ? Transaction.posted(id, owner, content, draft.origin(), now)
                : Transaction.pending(id, owner, content, draft.origin(), now);
    }

    private static DomainEvent told(Transaction transaction) {
        return transaction.status() == TransactionStatus.POSTED
                ? transaction.postedEvent()
                : new TransactionRecorded(transaction.owner(), transaction.id());
    }
}
