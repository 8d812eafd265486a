package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.AccountChanged;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.identity.UserId;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Renames, closes and reopens accounts. What changes nothing stores nothing and keeps the version. */
public final class ReviseAccount {

    private final Writes writes;
    private final LedgerAccounts accounts;
    private final InstantSource clock;

    public ReviseAccount(Writes writes, LedgerAccounts accounts, InstantSource clock) {
        this.writes = writes;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Which account.
     *
     * @param expected null for whatever version there is
     */
    public record Subject(
            UserId owner, LedgerAccountId account, @Nullable Version expected) {}

    public LedgerAccount rename(Subject subject, LedgerName name) {
        return change(subject, account -> account.rename(name));
    }

    public LedgerAccount close(Subject subject) {
        return change(subject, account -> account.close(clock.instant()));
    }

    public LedgerAccount reopen(Subject subject) {
        return change(subject, LedgerAccount::reopen);
    }

    private LedgerAccount change(Subject subject, UnaryOperator<LedgerAccount> decision) {
        return writes.run(events -> {
            var account = accounts.lock(subject.account(), subject.owner()).expect(subject.expected());
            var changed = decision.apply(account);
            if (!changed.equals(account)) {
                accounts.replace(changed);
                events.raise(new AccountChanged(changed.owner(), changed.id()));
            }
            return changed;
        });
    }
}
