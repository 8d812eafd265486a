package dev.mainstay.http.finance.budgets;

import dev.mainstay.application.finance.budgets.Budgets.Crossing;
import dev.mainstay.domain.finance.budgets.BudgetStanding;
import dev.mainstay.http.finance.budgets.BudgetJson.StandingJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * How a budget stood, period by period.
 *
 * @param items latest first
 */
@Serdeable
@Schema(name = "BudgetPeriods", requiredProperties = "items")
record BudgetPeriodsJson(List<BudgetPeriodJson> items) {

    BudgetPeriodsJson {
        items = List.copyOf(items);
    }

    /**
     * A period.
     *
     * @param crossed the thresholds that were crossed in it, each once, be it spent less later
     */
    @Serdeable
    @Schema(
            name = "BudgetPeriodStanding",
            requiredProperties = {"standing", "crossed"})
    record BudgetPeriodJson(StandingJson standing, List<CrossedJson> crossed) {
        BudgetPeriodJson {
            crossed = List.copyOf(crossed);
        }
    }

    /**
     * A threshold that was crossed.
     *
     * @param percent 80 or 100
     */
    @Serdeable
    @Schema(
            name = "BudgetThreshold",
            requiredProperties = {"percent", "at"})
    record CrossedJson(int percent, Instant at) {}

    static BudgetPeriodsJson from(List<BudgetStanding> standings, List<Crossing> crossings) {
        return new BudgetPeriodsJson(standings.stream()
                .map(standing -> {
                    var period = standing.budget().period();
                    var start = period.startOf(standing.range().from());
                    return new BudgetPeriodJson(
                            StandingJson.from(standing),
                            crossings.stream()
                                    .filter(crossing -> crossing.periodStart().equals(start))
                                    .map(crossing -> new CrossedJson(crossing.threshold(), crossing.at()))
                                    .toList());
                })
                .toList());
    }
}
