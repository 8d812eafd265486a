package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.DraftTransfer;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.TransactionStatus;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money to move from one account to another. Across currencies: both amounts, or one and a rate, or one alone, and then the latest
 * reference rate on or before the day counts.
 *
 * @param amount what leaves, in the currency of from
 * @param received what arrives, in the currency of to
 * @param rate how much of the one's currency one of the other's is, a plain decimal
 * @param status POSTED if absent, or PENDING
 * @param at an RFC 3339 instant; the start of the day if absent, or now
 * @param day its accounting day; that of at, in the zone of the profile, if absent
 * @param description one line, at most 500 characters
 * @param payee one of the caller's payees
 * @param notes at most 5,000 characters
 * @param tags at most 20 of at most 40 characters
 */
@Serdeable
@Schema(
        name = "Transfer",
        requiredProperties = {"from", "to"},
        example = """
                {"from":"0197a1de-0000-7000-8000-000000000001","to":"0197a1de-0000-7000-8000-000000000002",\
                "amount":{"amount":"100.00","currency":"EUR"},"day":"2026-03-01","description":"Savings"}""")
record TransferJson(
        @Nullable UUID from,
        @Nullable UUID to,
        @Nullable MoneyJson amount,
        @Nullable MoneyJson received,
        @Nullable String rate,
        @Nullable TransactionStatus status,
        @Nullable @Schema(format = "date-time") String at,
        @Nullable @Schema(format = "date") String day,
        @Nullable String description,
        @Nullable UUID payee,
        @Nullable String notes,
        @Nullable List<String> tags) {

    SaidJson said() {
        return new SaidJson(status, at, day, description, payee, notes, tags);
    }

    DraftTransfer.Command toCommand(UserId owner) {
        return new DraftTransfer.Command(
                owner,
                new LedgerAccountId(Fields.required("from", from)),
                new LedgerAccountId(Fields.required("to", to)),
                amount == null ? null : amount.toMoney("amount"),
                received == null ? null : received.toMoney("received"),
                Fields.rate("rate", rate),
                Fields.instant("at", at),
                Fields.day("day", day));
    }
}
