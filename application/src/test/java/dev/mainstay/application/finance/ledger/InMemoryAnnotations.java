package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.finance.ledger.Annotation;
import dev.mainstay.domain.finance.ledger.Attachment;
import dev.mainstay.domain.finance.ledger.AttachmentId;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import java.util.List;
import java.util.Optional;

/** Annotations without a database. */
public final class InMemoryAnnotations implements Annotations {

    private final InMemoryTransactions transactions;
    private final InMemoryTable<TransactionId, Annotation> rows;
    private final InMemoryTable<AttachmentId, Attachment> files;

    public InMemoryAnnotations(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new InMemoryTable<>(transactions);
        this.files = new InMemoryTable<>(transactions);
    }

    @Override
    public Annotation get(TransactionId transaction, UserId owner) {
        return rows.find(transaction)
                .filter(annotation -> annotation.owner().equals(owner))
                .orElseThrow(() -> new NotFound("transaction_not_found", "There is no such transaction."));
    }

    @Override
    public Annotation lock(TransactionId transaction, UserId owner) {
        transactions.requireActive();
        return get(transaction, owner);
    }

    @Override
    public void addAll(List<Annotation> created) {
        transactions.requireActive();
        created.forEach(annotation -> rows.put(annotation.transaction(), annotation));
    }

    @Override
    public void replace(Annotation changed) {
        transactions.requireActive();
        var stored = rows.find(changed.transaction())
                .map(present -> present.version().next());
        if (!stored.equals(Optional.of(changed.version()))) {
            throw Annotation.stale();
        }
        rows.put(changed.transaction(), changed);
    }

    /** Those who named the payee name nobody; versions stay. */
    void forget(PayeeId payee) {
        rows.stream()
                .filter(annotation -> payee.equals(annotation.payee()))
                .forEach(annotation -> rows.put(
                        annotation.transaction(),
                        new Annotation(
                                annotation.transaction(),
                                annotation.owner(),
                                annotation.version(),
                                annotation.notes(),
                                null,
                                annotation.tags())));
    }

    @Override
    public List<Attachment> attachments(TransactionId transaction, UserId owner) {
        return files.stream()
                .filter(file ->
                        file.transaction().equals(transaction) && file.owner().equals(owner))
                .toList();
    }

    @Override
    public void attach(Attachment attachment) {
        files.put(attachment.id(), attachment);
    }

    @Override
    public boolean detach(AttachmentId attachment, TransactionId transaction, UserId owner) {
        return files.removeIf(file -> file.id().equals(attachment)
                        && file.transaction().equals(transaction)
                        && file.owner().equals(owner))
                == 1;
    }
}
