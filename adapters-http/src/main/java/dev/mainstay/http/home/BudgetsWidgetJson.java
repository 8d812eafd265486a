package dev.mainstay.http.home;

import dev.mainstay.application.home.BudgetsContent;
import dev.mainstay.application.home.BudgetsContent.AtRisk;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/**
 * Budgets at risk: of which 80 % are spent.
 *
 * @param watched how many budgets count today
 * @param atRisk the most exceeded first, at most five
 * @param more how many others are at risk
 */
@Serdeable
@Schema(
        name = "BudgetsWidget",
        requiredProperties = {"watched", "atRisk", "more"})
record BudgetsWidgetJson(int watched, List<BudgetAtRiskJson> atRisk, int more) {

    BudgetsWidgetJson {
        atRisk = List.copyOf(atRisk);
    }

    /**
     * A budget at risk.
     *
     * @param left negative if more was spent than is available
     */
    @Serdeable
    @Schema(
            name = "BudgetAtRisk",
            requiredProperties = {"budget", "name", "available", "spent", "left"})
    record BudgetAtRiskJson(UUID budget, String name, MoneyJson available, MoneyJson spent, MoneyJson left) {

        static BudgetAtRiskJson from(AtRisk risk) {
            return new BudgetAtRiskJson(
                    risk.budget().value(),
                    risk.name(),
                    MoneyJson.from(risk.available()),
                    MoneyJson.from(risk.spent()),
                    MoneyJson.from(risk.left()));
        }
    }

    static BudgetsWidgetJson from(BudgetsContent content) {
        return new BudgetsWidgetJson(
                content.watched(),
                content.atRisk().stream().map(BudgetAtRiskJson::from).toList(),
                content.more());
    }
}
