package dev.mainstay.postgres.plans;

import dev.mainstay.application.plans.Plans;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import dev.mainstay.postgres.sql.Database;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;

/** Plans in {@code plans.plan}; the default one is there from the beginning. */
public final class PostgresPlans implements Plans {

    private final Database database;

    public PostgresPlans(Database database) {
        this.database = database;
    }

    @Override
    public List<Plan> all() {
        return database.read(handle -> handle.createQuery("SELECT " + PlanRows.COLUMNS + """
                        FROM plans.plan p
                        ORDER BY p.code <> 'free', p.currency, p.minor_units, p.code
                        """)
                .map(PlanRows::plan)
                .list());
    }

    @Override
    public Plan get(PlanCode code) {
        return database.read(
                handle -> handle.createQuery("SELECT " + PlanRows.COLUMNS + "FROM plans.plan p WHERE p.code = :code")
                        .bind("code", code.value())
                        .map(PlanRows::plan)
                        .findOne()
                        .orElseThrow(() -> new NotFound("plan_not_found", "There is no such plan.")));
    }

    @Override
    public void add(Plan plan) {
        int rows = database.write(handle -> bind(plan, handle.createUpdate("""
                        INSERT INTO plans.plan (code, version, name, description, currency, minor_units, billing, trial_days,
                                                entitlements, limits, retired)
                        VALUES (:code, :version, :name, :description, :currency, :minorUnits, :billing, :trialDays,
                                :entitlements, :limits::public.hstore, :retired)
                        ON CONFLICT (code) DO NOTHING
                        """)).execute());
        if (rows == 0) {
            throw new Conflict("plan_exists", "There is a plan with this code.");
        }
    }

    @Override
    public void replace(Plan changed, Version expected) {
        int rows = database.write(handle -> bind(changed, handle.createUpdate("""
                        UPDATE plans.plan
                        SET version = :version, name = :name, description = :description, currency = :currency,
                            minor_units = :minorUnits, billing = :billing, trial_days = :trialDays,
                            entitlements = :entitlements, limits = :limits::public.hstore, retired = :retired
                        WHERE code = :code AND version = :expected
                        """))
                .bind("expected", expected.number())
                .execute());
        if (rows == 0) {
            throw new Stale("stale", "The plan was changed in the meantime; read it again.");
        }
    }

    private static Update bind(Plan plan, Update update) {
        var amount = plan.price().amount();
        return update.bind("code", plan.code().value())
                .bind("version", plan.version().number())
                .bind("name", plan.name())
                .bind("description", plan.description())
                .bind("currency", amount.currency().getCurrencyCode())
                .bind("minorUnits", amount.minorUnits())
                .bind("billing", plan.price().billing())
                .bind("trialDays", plan.trialDays())
                .bindArray(
                        "entitlements",
                        String.class,
                        plan.allowance().entitlements().stream().map(Enum::name).toList())
                .bindByType(
                        "limits",
                        plan.allowance().limits().entrySet().stream()
                                .collect(Collectors.toMap(
                                        entry -> entry.getKey().name(),
                                        entry -> entry.getValue().toString())),
                        PlanRows.LIMITS)
                .bind("retired", plan.retired());
    }
}
