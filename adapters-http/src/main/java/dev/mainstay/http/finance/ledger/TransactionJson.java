package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.RecordedTransaction;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.TransactionStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transaction: two or more postings that sum to zero in each currency.
 *
 * @param version what its ETag says
 * @param at when it happened
 * @param day its accounting day
 * @param origin what it came from
 * @param rate absent unless it turned money into another currency
 * @param reverses the transaction that it takes back; absent unless it is a reversal
 * @param reversedBy the transaction that takes it back; absent while nothing does
 * @param payee absent if nobody is named
 * @param annotationVersion what the ETag of its annotation says: of notes, payee and tags
 * @param attachments how many
 * @param postedAt when it was posted; absent unless it is
 */
@Serdeable
@Schema(
        name = "Transaction",
        requiredProperties = {
            "id",
            "version",
            "status",
            "at",
            "day",
            "description",
            "origin",
            "postings",
            "notes",
            "tags",
            "annotationVersion",
            "attachments",
            "createdAt"
        },
        example = """
                {"id":"0197a1de-0000-7000-8000-000000000005","version":1,"status":"POSTED","at":"2026-03-01T11:20:00Z",\
                "day":"2026-03-01","description":"Weekly shopping","origin":"MANUAL","postings":[\
                {"account":"0197a1de-0000-7000-8000-000000000001","amount":{"amount":"-42.10","currency":"EUR"},"memo":""},\
                {"category":"0197a1de-0000-7000-8000-000000000003","amount":{"amount":"42.10","currency":"EUR"},"memo":""}],\
                "notes":"","tags":["home"],"annotationVersion":1,"attachments":0,\
                "createdAt":"2026-03-01T12:00:00Z","postedAt":"2026-03-01T12:00:00Z"}""")
record TransactionJson(
        UUID id,
        long version,
        TransactionStatus status,
        Instant at,
        LocalDate day,
        String description,
        Origin origin,
        List<PostingJson> postings,
        @Nullable RateJson rate,
        @Nullable UUID reverses,
        @Nullable UUID reversedBy,
        @Nullable UUID payee,
        String notes,
        List<String> tags,
        long annotationVersion,
        int attachments,
        Instant createdAt,
        @Nullable Instant postedAt) {

    static TransactionJson from(RecordedTransaction recorded) {
        var transaction = recorded.transaction();
        var content = transaction.content();
        var said = recorded.annotation();
        var reverses = transaction.reverses();
        var reversedBy = recorded.reversedBy();
        var payee = said.payee();
        return new TransactionJson(
                transaction.id().value(),
                transaction.version().number(),
                transaction.status(),
                content.at(),
                content.day(),
                content.description().value(),
                transaction.origin(),
                content.postings().lines().stream().map(PostingJson::from).toList(),
                RateJson.from(content.rate()),
                reverses == null ? null : reverses.value(),
                reversedBy == null ? null : reversedBy.value(),
                payee == null ? null : payee.value(),
                said.notes().value(),
                said.tags().values(),
                said.version().number(),
                recorded.attachments(),
                transaction.createdAt(),
                transaction.postedAt());
    }
}
