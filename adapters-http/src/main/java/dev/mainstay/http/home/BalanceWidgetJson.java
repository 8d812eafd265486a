package dev.mainstay.http.home;

import dev.mainstay.application.home.BalanceContent;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What all accounts hold at the moment of the answer; it is never cached.
 *
 * @param totals a sum for each currency, by code
 */
@Serdeable
@Schema(name = "BalanceWidget", requiredProperties = "totals")
record BalanceWidgetJson(List<MoneyJson> totals) {

    BalanceWidgetJson {
        totals = List.copyOf(totals);
    }

    static BalanceWidgetJson from(BalanceContent content) {
        return new BalanceWidgetJson(
                content.totals().stream().map(MoneyJson::from).toList());
    }
}
