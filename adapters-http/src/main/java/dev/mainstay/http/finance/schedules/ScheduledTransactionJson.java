package dev.mainstay.http.finance.schedules;

import dev.mainstay.application.text.Typed;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.Tags;
import dev.mainstay.domain.finance.schedules.Template;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.Invalid.FieldError;
import dev.mainstay.http.finance.ledger.PostingJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What each transaction of a schedule says.
 *
 * @param posted whether it counts at once; true if absent. Else it is pending until it is posted
 * @param description at most 500 characters
 * @param payee with whom
 * @param notes at most 5,000 characters
 * @param tags at most 20 of at most 40 characters
 * @param postings 2 to 100, that sum to zero in each currency
 */
@Serdeable
@Schema(name = "ScheduledTransaction", requiredProperties = "postings")
record ScheduledTransactionJson(
        @Nullable Boolean posted,
        @Nullable String description,
        @Nullable UUID payee,
        @Nullable String notes,
        @Nullable List<@Nullable String> tags,
        @Nullable List<@Nullable PostingJson> postings) {

    static ScheduledTransactionJson from(Template template) {
        var payee = template.payee();
        return new ScheduledTransactionJson(
                template.posted(),
                template.description().value(),
                payee == null ? null : payee.value(),
                template.notes().value(),
                template.tags().values().stream()
                        .<@Nullable String>map(tag -> tag)
                        .toList(),
                template.postings().lines().stream()
                        .<@Nullable PostingJson>map(PostingJson::from)
                        .toList());
    }

    /** The template; fields at fault are named as below {@code transaction}. */
    Template to() {
        try {
            return template();
        } catch (Invalid invalid) {
            throw new Invalid(invalid.errors().stream()
                    .map(error -> new FieldError("transaction." + error.field(), error.code(), error.message()))
                    .toList());
        }
    }

    private Template template() {
        return new Template(
                posted == null || posted,
                new Postings(lines()),
                description == null ? Description.NONE : new Description(Typed.line(description)),
                payee == null ? null : new PayeeId(payee),
                notes == null ? Notes.NONE : new Notes(Typed.text(notes)),
                new Tags(allTags()));
    }

    private List<Posting> lines() {
        if (postings == null) {
            throw new Invalid("postings", "missing", "is required");
        }
        var lines = new ArrayList<Posting>();
        for (int i = 0; i < postings.size(); i++) {
            String field = "postings[" + i + ']';
            lines.add(present(field, postings.get(i)).toPosting(field));
        }
        return lines;
    }

    private List<String> allTags() {
        var all = new ArrayList<String>();
        if (tags != null) {
            for (int i = 0; i < tags.size(); i++) {
                all.add(Typed.line(present("tags[" + i + ']', tags.get(i))));
            }
        }
        return all;
    }

    private static <T> T present(String field, @Nullable T item) {
        if (item == null) {
            throw new Invalid(field, "missing", "must not be null");
        }
        return item;
    }
}
