package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Stale;
import org.jspecify.annotations.Nullable;

/**
 * What its owner says about a transaction and may change at any time, for it moves no money. Every change makes the next version.
 *
 * @param payee with whom; null for nobody named
 */
public record Annotation(
        TransactionId transaction,
        UserId owner,
        Version version,
        Notes notes,
        @Nullable PayeeId payee,
        Tags tags) {

    public static Annotation first(
            TransactionId transaction, UserId owner, Notes notes, @Nullable PayeeId payee, Tags tags) {
        return new Annotation(transaction, owner, Version.FIRST, notes, payee, tags);
    }

    /** Refuses if the caller has seen another version. */
    public Annotation expect(Version expected) {
        if (!expected.equals(version)) {
            throw stale();
        }
        return this;
    }

    /** What to say when somebody was faster. */
    public static Stale stale() {
        return new Stale("annotation_changed", "The annotation was changed in the meantime; read it again and repeat.");
    }

    public Annotation revise(Notes newNotes, @Nullable PayeeId newPayee, Tags newTags) {
        var same = new Annotation(transaction, owner, version, newNotes, newPayee, newTags);
        return same.equals(this)
                ? this
                : new Annotation(transaction, owner, version.next(), newNotes, newPayee, newTags);
    }
}
