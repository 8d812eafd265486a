package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.DraftEntry.Share;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A category's share of an amount: a fixed part of it, or a weight in what the fixed parts leave.
 *
 * @param amount part of the whole
 * @param weight greater than zero; minor units left over go to the largest remainders
 */
@Serdeable
@Schema(name = "Share", requiredProperties = "category")
record ShareJson(
        @Nullable UUID category,
        @Nullable MoneyJson amount,
        @Nullable Long weight) {

    Share toShare(String field) {
        return new Share(
                new CategoryId(Fields.required(field + ".category", category)),
                amount == null ? null : amount.toMoney(field + ".amount"),
                weight);
    }
}
