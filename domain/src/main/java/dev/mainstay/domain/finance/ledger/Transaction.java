package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Stale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Money that moved: two or more postings that sum to zero in each currency (F1). It is recorded pending or posted. A pending one
 * counts in no balance but the pending one; it may be replaced, posted or voided. A posted one never changes again: it is
 * corrected by at most one reversal, which is a posted transaction of its own.
 *
 * @param reverses the transaction that this takes back; null unless it is a reversal
 * @param postedAt when it was posted; null unless it is
 */
public record Transaction(
        TransactionId id,
        UserId owner,
        Version version,
        TransactionStatus status,
        TransactionContent content,
        Origin origin,
        @Nullable TransactionId reverses,
        Instant createdAt,
        @Nullable Instant postedAt) {

    public Transaction {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        postedAt = postedAt == null ? null : postedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A new transaction that is pending. */
    public static Transaction pending(
            TransactionId id, UserId owner, TransactionContent content, Origin origin, Instant now) {
        return new Transaction(id, owner, Version.FIRST, TransactionStatus.PENDING, content, origin, null, now, null);
    }

    /** A new transaction that is posted. */
    public static Transaction posted(
            TransactionId id, UserId owner, TransactionContent content, Origin origin, Instant now) {
        return new Transaction(id, owner, Version.FIRST, TransactionStatus.POSTED, content, origin, null, now, now);
    }

    /** Refuses if the caller has seen another version. */
    public Transaction expect(@Nullable Version expected) {
        if (expected != null && !expected.equals(version)) {
            throw stale();
        }
        return this;
    }

    /** What to say when somebody was faster. */
    public static Stale stale() {
        return new Stale(
                "transaction_changed", "The transaction was changed in the meantime; read it again and repeat.");
    }

    /** What to say when it was taken back before. */
    public static Conflict alreadyReversed() {
        return new Conflict("already_reversed", "The transaction was reversed before; reverse the reversal instead.");
    }

    /** Says something else, as long as it is pending. */
    public Transaction replace(TransactionContent replaced) {
        requirePending("replaced");
        return replaced.equals(content) ? this : changed(TransactionStatus.PENDING, replaced, null);
    }

    /** Counts from now on; posting what is posted changes nothing. */
    public Transaction post(Instant now) {
        if (status == TransactionStatus.POSTED) {
            return this;
        }
        requirePending("posted");
        return changed(TransactionStatus.POSTED, content, now);
    }

    /** Never counts; voiding what is void changes nothing. */
    public Transaction voided() {
        if (status == TransactionStatus.VOID) {
            return this;
        }
        requirePending("voided");
        return changed(TransactionStatus.VOID, content, null);
    }

    /**
     * The posted transaction that takes this one back, with the same postings the other way round and the same rate.
     *
     * @param at when the money went back
     * @param day its accounting day
     * @throws Conflict if this is not posted
     */
    public Transaction reversal(
            TransactionId reversal, Instant at, LocalDate day, Description description, Instant now) {
        if (status != TransactionStatus.POSTED) {
            throw new Conflict("transaction_not_posted", "Only a posted transaction is reversed; void a pending one.");
        }
        var taken =
                new TransactionContent(at, day, description, content.postings().negated(), content.rate());
        return new Transaction(
                reversal, owner, Version.FIRST, TransactionStatus.POSTED, taken, Origin.REVERSAL, id, now, now);
    }

    /** What to tell once it is posted. */
    public TransactionPosted postedEvent() {
        Objects.requireNonNull(postedAt, "posted");
        return new TransactionPosted(
                owner,
                id,
                content.day(),
                content.postings().accounts(),
                content.postings().categories());
    }

    private void requirePending(String wanted) {
        switch (status) {
            case PENDING -> {}
            case POSTED ->
                throw new Conflict(
                        "transaction_posted",
                        "A posted transaction never changes, so it cannot be " + wanted + "; reverse it instead.");
            case VOID ->
                throw new Conflict("transaction_void", "The transaction is void and cannot be " + wanted + ".");
        }
    }

    private Transaction changed(
            TransactionStatus newStatus, TransactionContent newContent, @Nullable Instant newPostedAt) {
        return new Transaction(
                id, owner, version.next(), newStatus, newContent, origin, reverses, createdAt, newPostedAt);
    }
}
