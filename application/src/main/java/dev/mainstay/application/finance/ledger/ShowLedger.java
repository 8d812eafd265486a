package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.Attachment;
import dev.mainstay.domain.finance.ledger.Balance;
import dev.mainstay.domain.finance.ledger.Category;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Payee;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Shows an owner's books: accounts with their balances, registers, categories, payees, transactions. All of it facts (F1). */
public final class ShowLedger {

    private final LedgerAccounts accounts;
    private final Categories categories;
    private final Payees payees;
    private final Annotations annotations;
    private final LedgerReader reader;

    public ShowLedger(
            LedgerAccounts accounts,
            Categories categories,
            Payees payees,
            Annotations annotations,
            LedgerReader reader) {
        this.accounts = accounts;
        this.categories = categories;
        this.payees = payees;
        this.annotations = annotations;
        this.reader = reader;
    }

    /** An account and what it holds now. */
    public record BalancedAccount(LedgerAccount account, Balance balance) {}

    public BalancedAccount account(UserId owner, LedgerAccountId id) {
        var account = accounts.get(id, owner);
        var balances = reader.balances(owner, List.of(id));
        return new BalancedAccount(account, Objects.requireNonNull(balances.get(id), "an account has a balance"));
    }

    public Page<BalancedAccount> accounts(UserId owner, PageRequest page) {
        var found = accounts.page(owner, page);
        var balances = reader.balances(
                owner, found.items().stream().map(LedgerAccount::id).toList());
        return found.map(account -> new BalancedAccount(
                account, Objects.requireNonNull(balances.get(account.id()), "an account has a balance")));
    }

    /** What the account held at that instant, which is included. */
    public Money balanceAt(UserId owner, LedgerAccountId id, Instant at) {
        return reader.balanceAt(accounts.get(id, owner), at);
    }

    /** What these of the owner's accounts hold now; in a transaction, as it will be when it commits. */
    public Map<LedgerAccountId, Balance> balances(UserId owner, Collection<LedgerAccountId> ids) {
        return reader.balances(owner, ids);
    }

    public Page<RegisterLine> register(UserId owner, LedgerAccountId id, PageRequest page) {
        return reader.register(accounts.get(id, owner), page);
    }

    public Category category(UserId owner, CategoryId id) {
        return categories.get(id, owner);
    }

    public Page<Category> categories(UserId owner, PageRequest page) {
        return categories.page(owner, page);
    }

    public Payee payee(UserId owner, PayeeId id) {
        return payees.get(id, owner);
    }

    public Page<Payee> payees(UserId owner, PageRequest page) {
        return payees.page(owner, page);
    }

    public RecordedTransaction transaction(UserId owner, TransactionId id) {
        return reader.transaction(id, owner);
    }

    public Page<RecordedTransaction> transactions(UserId owner, TransactionFilter filter, PageRequest page) {
        return reader.transactions(owner, filter, page);
    }

    public List<Attachment> attachments(UserId owner, TransactionId id) {
        annotations.get(id, owner);
        return annotations.attachments(id, owner);
    }
}
