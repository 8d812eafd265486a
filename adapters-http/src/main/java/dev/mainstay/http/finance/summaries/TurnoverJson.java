package dev.mainstay.http.finance.summaries;

import dev.mainstay.domain.finance.summaries.Turnover;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What went in and out, in one currency.
 *
 * @param in income; of an account, all that went into it
 * @param out expenses as a positive amount; of an account, all that went out of it
 */
@Serdeable
@Schema(
        name = "Turnover",
        requiredProperties = {"in", "out", "net"})
record TurnoverJson(MoneyJson in, MoneyJson out, MoneyJson net) {

    static TurnoverJson from(Turnover turnover) {
        return new TurnoverJson(
                MoneyJson.from(turnover.in()), MoneyJson.from(turnover.out()), MoneyJson.from(turnover.net()));
    }
}
