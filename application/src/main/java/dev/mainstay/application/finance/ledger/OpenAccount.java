package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.plans.Entitlements;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.finance.ledger.AccountChanged;
import dev.mainstay.domain.finance.ledger.AccountKind;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.finance.ledger.Nominal;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.Tags;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.refusal.Invalid;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Begins the books of an account, with what it held before as a transaction against {@link Nominal#OPENING}. */
public final class OpenAccount {

    private final Writes writes;
    private final LedgerAccounts accounts;
    private final RecordTransactions record;
    private final Entitlements entitlements;
    private final Ids ids;
    private final InstantSource clock;

    public OpenAccount(
            Writes writes,
            LedgerAccounts accounts,
            RecordTransactions record,
            Entitlements entitlements,
            Ids ids,
            InstantSource clock) {
        this.writes = writes;
        this.accounts = accounts;
        this.record = record;
        this.entitlements = entitlements;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Which account.
     *
     * @param opening what it held before; null or zero for nothing
     * @param openingDay when; null for today
     */
    public record Command(
            UserId owner,
            AccountKind kind,
            LedgerName name,
            Currency currency,
            @Nullable Money opening,
            @Nullable LocalDate openingDay) {}

    public LedgerAccount handle(Command command) {
        var opening = command.opening();
        if (opening != null && !opening.currency().equals(command.currency())) {
            throw new Invalid("openingBalance.currency", "wrong_currency", "must be the account's currency");
        }
        return writes.run(events -> {
            entitlements.requireRoom(command.owner(), Limit.FINANCE_ACCOUNTS, () -> accounts.count(command.owner()));
            var account = LedgerAccount.open(
                    new LedgerAccountId(ids.next()),
                    command.owner(),
                    command.kind(),
                    command.name(),
                    command.currency(),
                    clock.instant());
            accounts.add(account);
            events.raise(new AccountChanged(account.owner(), account.id()));
            if (opening != null && !opening.isZero()) {
                record.one(account.owner(), draft(account, opening, command.openingDay()));
            }
            return account;
        });
    }

    private static TransactionDraft draft(LedgerAccount account, Money opening, @Nullable LocalDate day) {
        var postings = Postings.of(
                Posting.of(PostingTarget.to(account.id()), opening),
                Posting.of(PostingTarget.to(Nominal.OPENING), opening.negated()));
        return new TransactionDraft(
                true, null, day, postings, Description.NONE, Origin.MANUAL, null, null, Notes.NONE, Tags.NONE);
    }
}
