package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Stale;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Money of one currency in one place. It is open, may be closed, which refuses new transactions, and opened again. Kind and currency
 * stay for ever. Not to be confused with the account that a person logs in to.
 *
 * @param closedAt null while it is open
 */
public record LedgerAccount(
        LedgerAccountId id,
        UserId owner,
        Version version,
        AccountKind kind,
        LedgerName name,
        Currency currency,
        @Nullable Instant closedAt,
        Instant createdAt) {

    public LedgerAccount {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        closedAt = closedAt == null ? null : closedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public static LedgerAccount open(
            LedgerAccountId id, UserId owner, AccountKind kind, LedgerName name, Currency currency, Instant now) {
        return new LedgerAccount(id, owner, Version.FIRST, kind, name, currency, null, now);
    }

    public boolean closed() {
        return closedAt != null;
    }

    /** Refuses if the caller has seen another version. */
    public LedgerAccount expect(@Nullable Version expected) {
        if (expected != null && !expected.equals(version)) {
            throw stale();
        }
        return this;
    }

    /** What to say when somebody was faster. */
    public static Stale stale() {
        return new Stale("account_changed", "The account was changed in the meantime; read it again and repeat.");
    }

    /** What to say when another account is called so. */
    public static Conflict nameTaken() {
        return new Conflict("account_name_taken", "Another of your accounts has this name; choose a different one.");
    }

    /** Refuses if nothing may be posted to it. */
    public void requireOpen() {
        if (closed()) {
            throw new Conflict("account_closed", "The account " + id.value() + " is closed; reopen it to post to it.");
        }
    }

    public LedgerAccount rename(LedgerName newName) {
        return newName.equals(name) ? this : changed(newName, closedAt);
    }

    /** Closing what is closed changes nothing. */
    public LedgerAccount close(Instant now) {
        return closed() ? this : changed(name, now);
    }

    /** Opening what is open changes nothing. */
    public LedgerAccount reopen() {
        return closed() ? changed(name, null) : this;
    }

    private LedgerAccount changed(LedgerName newName, @Nullable Instant newClosedAt) {
        return new LedgerAccount(id, owner, version.next(), kind, newName, currency, newClosedAt, createdAt);
    }
}
