package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Change;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.Annotation;
import dev.mainstay.domain.finance.ledger.AnnotationChanged;
import dev.mainstay.domain.finance.ledger.Attachment;
import dev.mainstay.domain.finance.ledger.AttachmentId;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.Tags;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.NotFound;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes what is said about a transaction, whatever its status: notes, payee, tags, and what files belong to it. */
public final class AnnotateTransaction {

    private final Writes writes;
    private final Annotations annotations;
    private final Payees payees;
    private final Ids ids;
    private final InstantSource clock;

    public AnnotateTransaction(Writes writes, Annotations annotations, Payees payees, Ids ids, InstantSource clock) {
        this.writes = writes;
        this.annotations = annotations;
        this.payees = payees;
        this.ids = ids;
        this.clock = clock;
    }

    /** What changes; a payee that becomes empty means that nobody is named. */
    public record Patch(Change<Notes> notes, Change<Optional<PayeeId>> payee, Change<Tags> tags) {}

    /** What is known of a file. */
    public record File(String name, String mediaType, long size, String sha256) {}

    public Annotation revise(UserId owner, TransactionId transaction, Version expected, Patch patch) {
        return writes.run(events -> {
            var said = annotations.lock(transaction, owner).expect(expected);
            @Nullable
            PayeeId payee = patch.payee().on(Optional.ofNullable(said.payee())).orElse(null);
            if (payee != null && payees.find(owner, List.of(payee)).isEmpty()) {
                throw new Invalid("payee", "unknown_payee", "is no payee of yours");
            }
            var revised = said.revise(
                    patch.notes().on(said.notes()), payee, patch.tags().on(said.tags()));
            if (!revised.equals(said)) {
                annotations.replace(revised);
                events.raise(new AnnotationChanged(owner, transaction));
            }
            return revised;
        });
    }

    public Attachment attach(UserId owner, TransactionId transaction, File file) {
        return writes.run(events -> {
            annotations.lock(transaction, owner);
            if (annotations.attachments(transaction, owner).size() >= Attachment.MOST) {
                throw new Conflict(
                        "too_many_attachments",
                        "There are %d attachments, which is the most.".formatted(Attachment.MOST));
            }
            var attachment = new Attachment(
                    new AttachmentId(ids.next()),
                    transaction,
                    owner,
                    file.name(),
                    file.mediaType(),
                    file.size(),
                    file.sha256(),
                    clock.instant());
            annotations.attach(attachment);
            events.raise(new AnnotationChanged(owner, transaction));
            return attachment;
        });
    }

    public void detach(UserId owner, TransactionId transaction, AttachmentId attachment) {
        writes.perform(events -> {
            annotations.lock(transaction, owner);
            if (!annotations.detach(attachment, transaction, owner)) {
                throw new NotFound("attachment_not_found", "There is no such attachment.");
            }
            events.raise(new AnnotationChanged(owner, transaction));
        });
    }
}
