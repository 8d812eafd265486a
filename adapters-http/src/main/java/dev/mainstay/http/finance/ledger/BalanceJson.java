package dev.mainstay.http.finance.ledger;

import dev.mainstay.domain.finance.ledger.Balance;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How much an account holds.
 *
 * @param posted the sum of what is posted
 * @param pending the sum of what is pending
 * @param available both: what there will be when all that is pending is posted
 */
@Serdeable
@Schema(
        name = "Balance",
        requiredProperties = {"posted", "pending", "available"})
record BalanceJson(MoneyJson posted, MoneyJson pending, MoneyJson available) {

    static BalanceJson from(Balance balance) {
        return new BalanceJson(
                MoneyJson.from(balance.posted()),
                MoneyJson.from(balance.pending()),
                MoneyJson.from(balance.available()));
    }
}
