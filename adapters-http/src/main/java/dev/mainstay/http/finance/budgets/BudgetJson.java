package dev.mainstay.http.finance.budgets;

import dev.mainstay.domain.finance.budgets.Budget;
import dev.mainstay.domain.finance.budgets.BudgetPeriod;
import dev.mainstay.domain.finance.budgets.BudgetStanding;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A budget and how it stands in one period.
 *
 * @param version what its ETag says
 * @param from the first day that counts
 * @param rollOver whether what is left of a period, or was overspent, is there or missing in the next
 * @param archivedAt absent while it is watched
 */
@Serdeable
@Schema(
        name = "Budget",
        requiredProperties = {
            "id",
            "version",
            "name",
            "category",
            "period",
            "limit",
            "from",
            "rollOver",
            "createdAt",
            "standing"
        },
        example = """
            {"id":"0197a1de-0000-7000-8000-000000000001","version":1,"name":"Groceries",\
            "category":"0197a1de-0000-7000-8000-000000000002","period":"MONTH","limit":{"amount":"300.00","currency":"EUR"},\
            "from":"2026-01-01","rollOver":false,"createdAt":"2026-01-03T12:00:00Z","standing":{"from":"2026-03-01",\
            "to":"2026-03-31","available":{"amount":"300.00","currency":"EUR"},"rolledOver":{"amount":"0.00","currency":"EUR"},\
            "spent":{"amount":"246.10","currency":"EUR"},"left":{"amount":"53.90","currency":"EUR"},"percent":82,"uncounted":[]}}\
            """)
record BudgetJson(
        UUID id,
        long version,
        String name,
        UUID category,
        BudgetPeriod period,
        MoneyJson limit,
        LocalDate from,
        boolean rollOver,
        @Nullable Instant archivedAt,
        Instant createdAt,
        StandingJson standing) {

    static BudgetJson from(BudgetStanding standing) {
        Budget budget = standing.budget();
        return new BudgetJson(
                budget.id().value(),
                budget.version().number(),
                budget.name().value(),
                budget.category().value(),
                budget.period(),
                MoneyJson.from(budget.limit()),
                budget.from(),
                budget.rollsOver(),
                budget.archivedAt(),
                budget.createdAt(),
                StandingJson.from(standing));
    }

    /**
     * How a budget stands in a period.
     *
     * @param from its first day that counts
     * @param to its last day
     * @param available the limit and what rolled over
     * @param rolledOver from all periods before; negative if they were overspent
     * @param spent less what came back
     * @param left negative if more was spent than is available
     * @param percent of what is available that is spent, rounded down; absent if nothing is available
     * @param uncounted what was spent in other currencies, which never counts
     */
    @Serdeable
    @Schema(
            name = "BudgetStanding",
            requiredProperties = {"from", "to", "available", "rolledOver", "spent", "left", "uncounted"})
    record StandingJson(
            LocalDate from,
            LocalDate to,
            MoneyJson available,
            MoneyJson rolledOver,
            MoneyJson spent,
            MoneyJson left,
            @Nullable Long percent,
            List<MoneyJson> uncounted) {

        StandingJson {
            uncounted = List.copyOf(uncounted);
        }

        static StandingJson from(BudgetStanding standing) {
            return new StandingJson(
                    standing.range().from(),
                    standing.range().lastDay(),
                    MoneyJson.from(standing.available()),
                    MoneyJson.from(standing.rolledOver()),
                    MoneyJson.from(standing.spent()),
                    MoneyJson.from(standing.left()),
                    standing.percent().orElse(null),
                    standing.uncounted().stream().map(MoneyJson::from).toList());
        }
    }
}
