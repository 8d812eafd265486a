package dev.mainstay.http.plans;

import dev.mainstay.domain.plans.Billing;
import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.http.money.MoneyJson;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * What can be subscribed to.
 *
 * @param etag to be sent as If-Match with a change
 * @param price for each period that begins from now on
 * @param trialDays how long a user who has not had the plan's trial may have it for nothing; 0: not at all
 * @param entitlements what it allows
 * @param limits how many it allows, by name; what is not named is as in the default plan
 * @param retired nobody can begin it any more
 */
@Serdeable
@Schema(
        name = "Plan",
        requiredProperties = {
            "code",
            "etag",
            "name",
            "description",
            "price",
            "billing",
            "trialDays",
            "entitlements",
            "limits",
            "retired"
        },
        example = """
                {"code":"plus","etag":"\\"v1\\"","name":"Plus","description":"More of everything.",\
                "price":{"amount":"10.00","currency":"EUR"},"billing":"MONTH","trialDays":14,\
                "entitlements":["STATEMENT_IMPORT"],"limits":{"FINANCE_ACCOUNTS":500},"retired":false}""")
record PlanJson(
        String code,
        String etag,
        String name,
        String description,
        MoneyJson price,
        Billing billing,
        int trialDays,
        List<Entitlement> entitlements,
        Map<String, Long> limits,
        boolean retired) {

    static PlanJson from(Plan plan) {
        return new PlanJson(
                plan.code().value(),
                Etags.of(plan.version()),
                plan.name(),
                plan.description(),
                MoneyJson.from(plan.price().amount()),
                plan.price().billing(),
                plan.trialDays(),
                plan.allowance().entitlements().stream().sorted().toList(),
                AllowanceJson.names(plan.allowance().limits()),
                plan.retired());
    }
}
