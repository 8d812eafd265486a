package dev.mainstay.postgres.plans;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.plans.Subscriptions;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.SqlFailures;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Subscriptions in {@code plans.subscription}; the index {@code subscription_one_live} keeps a user to one. */
public final class PostgresSubscriptions implements Subscriptions {

    private static final String SELECT = "SELECT " + SubscriptionRows.COLUMNS + "FROM plans.subscription s\n";

    private final Database database;

    public PostgresSubscriptions(Database database) {
        this.database = database;
    }

    @Override
    public void add(Subscription subscription) {
        try {
            database.execute(handle -> SubscriptionRows.bind(subscription, handle.createUpdate("""
                            INSERT INTO plans.subscription
                                (id, owner, version, started_at, method, plan, currency, minor_units, billing, priced_from,
                                 period_number, period_anchor, period_steps, period_from, period_to, next_plan,
                                 state, state_since, retry_at, end_reason)
                            VALUES (:id, :owner, :version, :startedAt, :method, :plan, :currency, :minorUnits, :billing, :pricedFrom,
                                    :number, :anchor, :steps, :from, :to, :next,
                                    :state, :since, :retryAt, :reason)
                            """))
                    .execute());
        } catch (UnableToExecuteStatementException failure) {
            if (SqlFailures.violatedConstraint(failure)
                    .filter("subscription_one_live"::equals)
                    .isPresent()) {
                throw new Conflict("subscription_exists", "There is a subscription already; change its plan.");
            }
            throw failure;
        }
    }

    @Override
    public Optional<Subscription> live(UserId owner) {
        return database.read(handle -> live(handle, owner, ""));
    }

    @Override
    public Optional<Subscription> holdLive(UserId owner) {
        return database.write(handle -> live(handle, owner, " FOR NO KEY UPDATE"));
    }

    private static Optional<Subscription> live(Handle handle, UserId owner, String lock) {
        return handle.createQuery(SELECT + "WHERE s.owner = :owner AND s.state <> 'ENDED'" + lock)
                .bind("owner", owner.value())
                .map(SubscriptionRows::subscription)
                .findOne();
    }

    @Override
    public Optional<Subscription> hold(SubscriptionId id) {
        return database.write(handle -> handle.createQuery(SELECT + "WHERE s.id = :id FOR NO KEY UPDATE")
                .bind("id", id.value())
                .map(SubscriptionRows::subscription)
                .findOne());
    }

    @Override
    public Subscription get(SubscriptionId id, UserId owner) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE s.id = :id AND s.owner = :owner")
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(SubscriptionRows::subscription)
                .findOne()
                .orElseThrow(() -> new NotFound("subscription_not_found", "There is no such subscription.")));
    }

    @Override
    public Page<Subscription> history(UserId owner, PageRequest page) {
        var rows = database.read(handle -> Keyset.bind(page, handle.createQuery(SELECT + """
                        WHERE s.owner = :owner
                          AND (:after::timestamptz IS NULL OR (s.started_at, s.id) < (:after::timestamptz, :afterId::uuid))
                        ORDER BY s.started_at DESC, s.id DESC
                        LIMIT :limit
                        """))
                .bind("owner", owner.value())
                .map(SubscriptionRows::subscription)
                .list());
        return Page.of(rows, page.limit(), row -> Keyset.position(NEWEST_FIRST, row.startedAt(), row.id()));
    }

    @Override
    public void replace(Subscription changed, Version expected) {
        int rows = database.write(handle -> SubscriptionRows.bind(changed, handle.createUpdate("""
                        UPDATE plans.subscription
                        SET version = :version, method = :method, plan = :plan, currency = :currency, minor_units = :minorUnits,
                            billing = :billing, priced_from = :pricedFrom, period_number = :number, period_anchor = :anchor,
                            period_steps = :steps, period_from = :from, period_to = :to, next_plan = :next, state = :state,
                            state_since = :since, retry_at = :retryAt, end_reason = :reason
                        WHERE id = :id AND owner = :owner AND started_at = :startedAt AND version = :expected
                        """))
                .bind("expected", expected.number())
                .execute());
        if (rows == 0) {
            throw new Stale("stale", "The subscription was changed in the meantime; read it again.");
        }
    }

    @Override
    public Optional<Subscription> claimDue(Instant now) {
        return database.write(handle -> handle.createQuery(SELECT + """
                        WHERE s.due_at <= :now
                          AND NOT EXISTS (SELECT FROM plans.charge c WHERE c.subscription = s.id AND c.status = 'PENDING')
                        ORDER BY s.due_at
                        LIMIT 1
                        FOR NO KEY UPDATE OF s SKIP LOCKED
                        """)
                .bind("now", now)
                .map(SubscriptionRows::subscription)
                .findOne());
    }

    @Override
    public boolean hadTrial(UserId owner, PlanCode plan) {
        return database.read(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM plans.trial WHERE owner = :owner AND plan = :plan)")
                .bind("owner", owner.value())
                .bind("plan", plan.value())
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public boolean takeTrial(UserId owner, PlanCode plan, Instant now) {
        return database.write(handle -> handle.createUpdate("""
                        INSERT INTO plans.trial (owner, plan, started_at)
                        VALUES (:owner, :plan, :now)
                        ON CONFLICT (owner, plan) DO NOTHING
                        """)
                        .bind("owner", owner.value())
                        .bind("plan", plan.value())
                        .bind("now", now)
                        .execute()
                > 0);
    }
}
