package dev.mainstay.postgres.plans;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Allowance;
import dev.mainstay.domain.plans.Billing;
import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Price;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.StatementContext;

/** How a plan lies in the columns of a row. What this release does not know by name is left out. */
final class PlanRows {

    static final GenericType<Map<String, String>> LIMITS = new GenericType<>() {};

    /** The columns of a plan {@code p}. */
    static final String COLUMNS = """
            p.code, p.version, p.name, p.description, p.currency, p.minor_units, p.billing, p.trial_days, p.entitlements, p.limits,
            p.retired
            """;

    private PlanRows() {}

    static Plan plan(ResultSet row, StatementContext context) throws SQLException {
        return new Plan(
                new PlanCode(row.getString("code")),
                new Version(row.getLong("version")),
                row.getString("name"),
                row.getString("description"),
                price(row),
                row.getInt("trial_days"),
                allowance(row, context),
                row.getBoolean("retired"));
    }

    static Price price(ResultSet row) throws SQLException {
        return new Price(
                new Money(row.getLong("minor_units"), Currency.getInstance(row.getString("currency"))),
                Billing.valueOf(row.getString("billing")));
    }

    private static Allowance allowance(ResultSet row, StatementContext context) throws SQLException {
        var named = Arrays.asList((String[]) row.getArray("entitlements").getArray());
        var entitlements = Arrays.stream(Entitlement.values())
                .filter(each -> named.contains(each.name()))
                .collect(Collectors.toUnmodifiableSet());
        var texts = context.findColumnMapperFor(LIMITS).orElseThrow().map(row, "limits", context);
        var limits = new EnumMap<Limit, Long>(Limit.class);
        for (Limit limit : Limit.values()) {
            if (texts.containsKey(limit.name())) {
                limits.put(limit, Long.valueOf(texts.get(limit.name())));
            }
        }
        return new Allowance(entitlements, limits);
    }
}
