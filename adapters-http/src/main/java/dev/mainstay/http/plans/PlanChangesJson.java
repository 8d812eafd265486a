package dev.mainstay.http.plans;

import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.plans.PlanChanges;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a plan; what is left out stays.
 *
 * @param price of periods that begin from now on, in the plan's currency
 * @param entitlements all that it is to allow
 * @param limits all that it is to limit
 */
@Serdeable
@Schema(name = "PlanChanges", example = """
        {"price":{"amount":"12.00","currency":"EUR"},"limits":{"FINANCE_ACCOUNTS":1000}}""")
record PlanChangesJson(
        @Schema(minLength = 1, maxLength = 100) @Nullable String name,

        @Schema(maxLength = 1000) @Nullable String description,

        @Nullable MoneyJson price,

        @Schema(minimum = "0", maximum = "365") @Nullable Integer trialDays,

        @Nullable List<@Nullable Entitlement> entitlements,
        @Nullable Map<String, @Nullable Long> limits) {

    PlanChanges toChanges() {
        return new PlanChanges(
                Optional.ofNullable(name),
                Optional.ofNullable(description),
                Optional.ofNullable(price).map(money -> money.toMoney("price")),
                Optional.ofNullable(trialDays),
                Optional.ofNullable(entitlements).map(AllowanceJson::entitlements),
                Optional.ofNullable(limits).map(AllowanceJson::limits));
    }
}
