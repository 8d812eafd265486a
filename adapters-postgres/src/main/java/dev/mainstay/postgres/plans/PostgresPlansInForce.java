package dev.mainstay.postgres.plans;

import dev.mainstay.application.plans.PlanInForce;
import dev.mainstay.application.plans.PlansInForce;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.postgres.sql.Database;
import java.time.Instant;
import java.util.List;

/** What a user has, by one statement over {@code plans.subscription} and {@code plans.plan}. */
public final class PostgresPlansInForce implements PlansInForce {

    private final Database database;

    public PostgresPlansInForce(Database database) {
        this.database = database;
    }

    @Override
    public PlanInForce of(UserId user, Instant now) {
        List<Plan> plans = database.read(handle -> handle.createQuery("SELECT " + PlanRows.COLUMNS + """
                        FROM plans.plan p
                        WHERE p.code = 'free'
                           OR p.code = (SELECT s.plan
                                        FROM plans.subscription s
                                        WHERE s.owner = :user AND s.state <> 'ENDED'
                                          AND (s.state <> 'CANCELLED' OR s.period_to > :now))
                        ORDER BY p.code = 'free'
                        """)
                .bind("user", user.value())
                .bind("now", now)
                .map(PlanRows::plan)
                .list());
        return new PlanInForce(plans.getFirst(), plans.getLast());
    }

    @Override
    public void takeTurn(UserId user, Limit limit) {
        database.execute(handle -> handle.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended('plans.limit ' || ?::text || ' ' || ?::text, 0))",
                limit.name(),
                user.value()));
    }
}
