package dev.mainstay.http.home;

import dev.mainstay.application.home.MonthContent;
import dev.mainstay.domain.finance.summaries.Turnover;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/**
 * What went in and out this month.
 *
 * @param month its first day
 * @param totals one for each currency, by code
 */
@Serdeable
@Schema(
        name = "MonthWidget",
        requiredProperties = {"month", "totals"})
record MonthWidgetJson(LocalDate month, List<MonthTotalJson> totals) {

    MonthWidgetJson {
        totals = List.copyOf(totals);
    }

    /**
     * One currency's.
     *
     * @param in income
     * @param out expenses, as a positive amount
     */
    @Serdeable
    @Schema(
            name = "MonthTotal",
            requiredProperties = {"in", "out", "net"})
    record MonthTotalJson(MoneyJson in, MoneyJson out, MoneyJson net) {

        static MonthTotalJson from(Turnover turnover) {
            return new MonthTotalJson(
                    MoneyJson.from(turnover.in()), MoneyJson.from(turnover.out()), MoneyJson.from(turnover.net()));
        }
    }

    static MonthWidgetJson from(MonthContent content) {
        return new MonthWidgetJson(
                content.month(),
                content.totals().stream().map(MonthTotalJson::from).toList());
    }
}
