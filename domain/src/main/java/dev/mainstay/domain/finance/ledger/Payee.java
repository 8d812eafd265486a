package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Stale;
import org.jspecify.annotations.Nullable;

/**
 * With whom money changes hands.
 *
 * @param category what that usually is; null if it varies
 */
public record Payee(
        PayeeId id,
        UserId owner,
        Version version,
        LedgerName name,
        @Nullable CategoryId category) {

    public static Payee create(PayeeId id, UserId owner, LedgerName name, @Nullable CategoryId category) {
        return new Payee(id, owner, Version.FIRST, name, category);
    }

    /** Refuses if the caller has seen another version. */
    public Payee expect(@Nullable Version expected) {
        if (expected != null && !expected.equals(version)) {
            throw stale();
        }
        return this;
    }

    /** What to say when somebody was faster. */
    public static Stale stale() {
        return new Stale("payee_changed", "The payee was changed in the meantime; read it again and repeat.");
    }

    /** What to say when another payee is called so. */
    public static Conflict nameTaken() {
        return new Conflict("payee_name_taken", "Another of your payees has this name; choose a different one.");
    }

    public Payee revise(LedgerName newName, @Nullable CategoryId newCategory) {
        var same = new Payee(id, owner, version, newName, newCategory);
        return same.equals(this) ? this : new Payee(id, owner, version.next(), newName, newCategory);
    }
}
