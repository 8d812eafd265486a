package dev.mainstay.http.plans;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.plans.Allowance;
import dev.mainstay.domain.plans.Billing;
import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Price;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan to put on offer.
 *
 * @param code its name for ever
 * @param price for each period; its currency stays
 * @param billing how long a period lasts, for ever
 * @param trialDays 0 unless told
 * @param entitlements none unless told
 * @param limits as in the default plan unless told
 */
@Serdeable
@Schema(
        name = "NewPlan",
        requiredProperties = {"code", "name", "price", "billing"},
        example = """
                {"code":"plus","name":"Plus","description":"More of everything.","price":{"amount":"10.00","currency":"EUR"},\
                "billing":"MONTH","trialDays":14,"entitlements":["STATEMENT_IMPORT"],"limits":{"FINANCE_ACCOUNTS":500}}""")
record NewPlanJson(
        @Schema(pattern = "[a-z][a-z0-9_]{1,39}") String code,
        @Schema(minLength = 1, maxLength = 100) String name,

        @Schema(maxLength = 1000) @Nullable String description,

        MoneyJson price,
        Billing billing,

        @Schema(minimum = "0", maximum = "365") @Nullable Integer trialDays,

        @Nullable List<@Nullable Entitlement> entitlements,
        @Nullable Map<String, @Nullable Long> limits) {

    Plan toPlan() {
        return new Plan(
                new PlanCode(code),
                Version.FIRST,
                name,
                Objects.requireNonNullElse(description, ""),
                new Price(price.toMoney("price"), billing),
                Objects.requireNonNullElse(trialDays, 0),
                new Allowance(
                        AllowanceJson.entitlements(Objects.requireNonNullElse(entitlements, List.of())),
                        AllowanceJson.limits(Objects.requireNonNullElse(limits, Map.of()))),
                false);
    }
}
