package dev.mainstay.application.finance.statements;

import dev.mainstay.application.finance.ledger.LedgerAccounts;
import dev.mainstay.application.finance.statements.layout.Layout.Told;
import dev.mainstay.application.plans.Entitlements;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.statements.StatementId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.text.PlainText;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Takes files, hears what they mean, and forgets them. Nothing is booked by it. */
public final class KeepStatements {

    /** Of one owner, at a time. */
    public static final int MOST = 50;

    public static final int MOST_BYTES = 10 * 1024 * 1024;

    static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 20;

    private final Writes writes;
    private final Statements statements;
    private final LedgerAccounts accounts;
    private final ShowStatements show;
    private final Entitlements entitlements;
    private final Ids ids;
    private final InstantSource clock;

    public KeepStatements(
            Writes writes,
            Statements statements,
            LedgerAccounts accounts,
            ShowStatements show,
            Entitlements entitlements,
            Ids ids,
            InstantSource clock) {
        this.writes = writes;
        this.statements = statements;
        this.accounts = accounts;
        this.show = show;
        this.entitlements = entitlements;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes a file of an account's bookings.
     *
     * @param name what the client calls it; may be empty
     * @return what it would come to
     * @throws dev.mainstay.domain.refusal.NotAllowed if the owner's plan does not allow it
     * @throws Invalid if it is no statement, or nobody can tell its days from its amounts; nothing is stored
     */
    public StatementPreview upload(UserId owner, LedgerAccountId account, String name, byte[] file) {
        PlainText.lineFault("name", name, Statement.LONGEST_NAME).ifPresent(fault -> {
            throw new Invalid(fault.field(), fault.code(), fault.message());
        });
        if (file.length > MOST_BYTES) {
            throw new Invalid("body", "too_large", "must be at most 10 MB");
        }
        var read = show.read(accounts.get(account, owner), file, Told.NOTHING);
        return writes.run(events -> {
            entitlements.require(owner, Entitlement.STATEMENT_IMPORT);
            // Taking the account's turn keeps two uploads at once from passing the limit together.
            var locked = accounts.lock(account, owner);
            if (statements.all(owner).size() >= MOST) {
                throw new Conflict(
                        "too_many_statements",
                        "There are %d statements, which is the most; delete one.".formatted(MOST));
            }
            var statement = new Statement(
                    new StatementId(ids.next()), owner, account, Version.FIRST, name, Told.NOTHING, clock.instant());
            statements.add(statement, file);
            return show.preview(statement, locked, read);
        });
    }

    /**
     * Means what is told; nothing told means whatever can be found out.
     *
     * @param expected null for whatever version there is
     */
    public StatementPreview tell(StatementId id, UserId owner, @Nullable Version expected, Told told) {
        var read = show.read(statements.get(id, owner).expect(expected), told);
        return writes.run(events -> {
            var statement = statements.lock(id, owner).expect(expected);
            var changed = statement.tell(told);
            if (!changed.equals(statement)) {
                statements.replace(changed);
            }
            return show.preview(changed, accounts.get(changed.account(), owner), read);
        });
    }

    public void remove(StatementId id, UserId owner, @Nullable Version expected) {
        writes.perform(events -> {
            statements.lock(id, owner).expect(expected);
            statements.remove(id);
        });
    }

    /** Forgets files of which a month is over: they are full of names, and what was booked is in the books. */
    public void purge() {
        int purged;
        do {
            purged = writes.run(events -> statements.purge(clock.instant().minus(KEPT), AT_ONCE));
        } while (purged == AT_ONCE);
    }
}
