package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.OpenAccount;
import dev.mainstay.domain.finance.ledger.AccountKind;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Currencies;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account to open.
 *
 * @param kind the rules are the same for all
 * @param name one line, at most 120 characters; no two of one's accounts have the same
 * @param currency a code of ISO 4217; stays for ever
 * @param openingBalance what it held before its books began; nothing if absent
 * @param openingDay the day of that; today if absent
 */
@Serdeable
@Schema(
        name = "NewFinanceAccount",
        requiredProperties = {"kind", "name", "currency"},
        example = """
                {"kind":"BANK","name":"Current account","currency":"EUR",\
                "openingBalance":{"amount":"120.00","currency":"EUR"},"openingDay":"2026-01-01"}""")
record NewAccountJson(
        @Nullable AccountKind kind,
        @Nullable String name,
        @Nullable String currency,
        @Nullable MoneyJson openingBalance,

        @Nullable @Schema(format = "date") String openingDay) {

    OpenAccount.Command toCommand(UserId owner) {
        return new OpenAccount.Command(
                owner,
                Fields.required("kind", kind),
                Fields.name(name),
                Currencies.named("currency", Fields.required("currency", currency)),
                openingBalance == null ? null : openingBalance.toMoney("openingBalance"),
                Fields.day("openingDay", openingDay));
    }
}
