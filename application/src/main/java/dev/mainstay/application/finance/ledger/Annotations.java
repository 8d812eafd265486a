package dev.mainstay.application.finance.ledger;

import dev.mainstay.domain.finance.ledger.Annotation;
import dev.mainstay.domain.finance.ledger.Attachment;
import dev.mainstay.domain.finance.ledger.AttachmentId;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.identity.UserId;
import java.util.List;

/** What owners say about their transactions; each transaction has one. Everything that writes or locks needs the active transaction. */
public interface Annotations {

    /**
     * What the owner says about that transaction.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is no such transaction, or it is another's
     */
    Annotation get(TransactionId transaction, UserId owner);

    /** As {@link #get}; nobody else changes it, or its attachments, until this transaction ends. */
    Annotation lock(TransactionId transaction, UserId owner);

    /** Adds those of new transactions in one go. */
    void addAll(List<Annotation> created);

    /**
     * Stores a changed one.
     *
     * @throws dev.mainstay.domain.refusal.Stale if the stored version is not the one before it
     */
    void replace(Annotation changed);

    /** The attachments of the owner's transaction, oldest first. */
    List<Attachment> attachments(TransactionId transaction, UserId owner);

    void attach(Attachment attachment);

    /** Forgets one. @return whether there was one */
    boolean detach(AttachmentId attachment, TransactionId transaction, UserId owner);
}
