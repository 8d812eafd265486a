package dev.mainstay.postgres.plans;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.PaymentMethod;
import dev.mainstay.domain.plans.Period;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Price;
import dev.mainstay.domain.plans.Standing;
import dev.mainstay.domain.plans.Standing.Reason;
import dev.mainstay.domain.plans.Standing.State;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** How a subscription lies in the columns of a row. */
final class SubscriptionRows {

    /** The columns of a subscription {@code s}. */
    static final String COLUMNS = """
            s.id, s.owner, s.version, s.started_at, s.method, s.plan, s.currency, s.minor_units, s.billing, s.priced_from,
            s.period_number, s.period_anchor, s.period_steps, s.period_from, s.period_to, s.next_plan, s.state, s.state_since,
            s.retry_at, s.end_reason
            """;

    private SubscriptionRows() {}

    static Subscription subscription(ResultSet row, StatementContext context) throws SQLException {
        return new Subscription(
                new SubscriptionId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner", UUID.class)),
                new Version(row.getLong("version")),
                instant(row, "started_at"),
                new PaymentMethod(row.getString("method")),
                new PlanCode(row.getString("plan")),
                PlanRows.price(row),
                instant(row, "priced_from"),
                period(row),
                Optional.ofNullable(row.getString("next_plan")).map(PlanCode::new),
                standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return switch (State.valueOf(row.getString("state"))) {
            case TRIALING -> new Standing.Trialing();
            case ACTIVE -> new Standing.Active();
            case PAST_DUE -> new Standing.PastDue(instant(row, "state_since"), instant(row, "retry_at"));
            case CANCELLED -> new Standing.Cancelled(instant(row, "state_since"));
            case ENDED -> new Standing.Ended(instant(row, "state_since"), Reason.valueOf(row.getString("end_reason")));
        };
    }

    static Period period(ResultSet row) throws SQLException {
        return new Period(
                row.getInt("period_number"),
                instant(row, "period_anchor"),
                row.getInt("period_steps"),
                instant(row, "period_from"),
                instant(row, "period_to"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    /** Binds every column but {@code due_at}, which the database reckons. */
    static Update bind(Subscription subscription, Update update) {
        bindPrice(subscription.price(), update);
        bindPeriod(subscription.period(), update);
        return bindStanding(subscription.standing(), update)
                .bind("id", subscription.id().value())
                .bind("owner", subscription.owner().value())
                .bind("version", subscription.version().number())
                .bind("startedAt", subscription.startedAt())
                .bind("method", subscription.method().token())
                .bind("plan", subscription.plan().value())
                .bind("pricedFrom", subscription.pricedFrom())
                .bindByType("next", subscription.next().map(PlanCode::value).orElse(null), String.class);
    }

    static Update bindPrice(Price price, Update update) {
        return update.bind("currency", price.amount().currency().getCurrencyCode())
                .bind("minorUnits", price.amount().minorUnits())
                .bind("billing", price.billing());
    }

    static Update bindPeriod(Period period, Update update) {
        return update.bind("number", period.number())
                .bind("anchor", period.anchor())
                .bind("steps", period.steps())
                .bind("from", period.from())
                .bind("to", period.to());
    }

    private static Update bindStanding(Standing standing, Update update) {
        update.bind("state", standing.state());
        return switch (standing) {
            case Standing.Trialing trialing -> bindStanding(null, null, null, update);
            case Standing.Active active -> bindStanding(null, null, null, update);
            case Standing.PastDue due -> bindStanding(due.since(), due.retryAt(), null, update);
            case Standing.Cancelled cancelled -> bindStanding(cancelled.at(), null, null, update);
            case Standing.Ended ended -> bindStanding(ended.at(), null, ended.reason(), update);
        };
    }

    private static Update bindStanding(
            @Nullable Instant since, @Nullable Instant retryAt, @Nullable Reason reason, Update update) {
        return update.bindByType("since", since, Instant.class)
                .bindByType("retryAt", retryAt, Instant.class)
                .bindByType("reason", reason, Reason.class);
    }
}
