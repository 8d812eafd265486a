package dev.mainstay.http.finance.summaries;

import dev.mainstay.application.finance.summaries.ShowNetWorth.Point;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/**
 * What all accounts held together, over time.
 *
 * @param points earliest first
 */
@Serdeable
@Schema(name = "NetWorth", requiredProperties = "points", example = """
    {"points":[{"day":"2026-02-28","amounts":[{"amount":"1204.10","currency":"EUR"}]},\
    {"day":"2026-03-31","amounts":[{"amount":"1377.00","currency":"EUR"}]}]}\
    """)
record NetWorthJson(List<PointJson> points) {

    NetWorthJson {
        points = List.copyOf(points);
    }

    /**
     * The end of a day.
     *
     * @param amounts a sum for each currency, or in the one that was asked for
     */
    @Serdeable
    @Schema(
            name = "NetWorthPoint",
            requiredProperties = {"day", "amounts"})
    record PointJson(LocalDate day, List<MoneyJson> amounts) {
        PointJson {
            amounts = List.copyOf(amounts);
        }
    }

    static NetWorthJson from(List<Point> points) {
        return new NetWorthJson(points.stream()
                .map(point -> new PointJson(
                        point.day(),
                        point.amounts().stream().map(MoneyJson::from).toList()))
                .toList());
    }
}
