package dev.mainstay.postgres.plans;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Bill;
import dev.mainstay.domain.plans.Charge;
import dev.mainstay.domain.plans.Charge.Outcome;
import dev.mainstay.domain.plans.Charge.Purpose;
import dev.mainstay.domain.plans.Charge.Status;
import dev.mainstay.domain.plans.ChargeId;
import dev.mainstay.domain.plans.PaymentMethod;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.SubscriptionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** How a charge lies in the columns of a row. */
final class ChargeRows {

    /** The columns of a charge {@code c}. */
    static final String COLUMNS = """
            c.id, c.subscription, c.owner, c.purpose, c.plan, c.currency, c.minor_units, c.billing,
            c.period_number, c.period_anchor, c.period_steps, c.period_from, c.period_to, c.at,
            c.charged, c.unused, c.from_credit, c.to_credit, c.due,
            c.method, c.attempt, c.tried_at, c.status, c.settled_at, c.reference, c.failure
            """;

    private ChargeRows() {}

    static Charge charge(ResultSet row, StatementContext context) throws SQLException {
        return new Charge(
                new ChargeId(row.getObject("id", UUID.class)),
                new SubscriptionId(row.getObject("subscription", UUID.class)),
                new UserId(row.getObject("owner", UUID.class)),
                Purpose.valueOf(row.getString("purpose")),
                new PlanCode(row.getString("plan")),
                PlanRows.price(row),
                SubscriptionRows.period(row),
                SubscriptionRows.instant(row, "at"),
                bill(row),
                new PaymentMethod(row.getString("method")),
                row.getInt("attempt"),
                SubscriptionRows.instant(row, "tried_at"),
                outcome(row));
    }

    private static Bill bill(ResultSet row) throws SQLException {
        return new Bill(
                money(row, "charged"),
                money(row, "unused"),
                money(row, "from_credit"),
                money(row, "to_credit"),
                money(row, "due"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column), Currency.getInstance(row.getString("currency")));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return switch (Status.valueOf(row.getString("status"))) {
            case PENDING -> new Outcome.Pending();
            case PAID ->
                new Outcome.Paid(
                        SubscriptionRows.instant(row, "settled_at"), Optional.ofNullable(row.getString("reference")));
            case FAILED -> new Outcome.Failed(SubscriptionRows.instant(row, "settled_at"), row.getString("failure"));
        };
    }

    static Update bind(Charge charge, Update update) {
        SubscriptionRows.bindPrice(charge.price(), update);
        SubscriptionRows.bindPeriod(charge.period(), update);
        var bill = charge.bill();
        return bindOutcome(charge, update)
                .bind("subscription", charge.subscription().value())
                .bind("owner", charge.owner().value())
                .bind("purpose", charge.purpose())
                .bind("plan", charge.plan().value())
                .bind("at", charge.at())
                .bind("charged", bill.charged().minorUnits())
                .bind("unused", bill.unused().minorUnits())
                .bind("fromCredit", bill.fromCredit().minorUnits())
                .bind("toCredit", bill.toCredit().minorUnits())
                .bind("due", bill.due().minorUnits());
    }

    static Update bindOutcome(Charge charge, Update update) {
        update.bind("id", charge.id().value())
                .bind("method", charge.method().token())
                .bind("attempt", charge.attempt())
                .bind("triedAt", charge.triedAt())
                .bind("status", charge.status());
        return switch (charge.outcome()) {
            case Outcome.Pending pending -> bindOutcome(null, null, null, update);
            case Outcome.Paid paid -> bindOutcome(paid.at(), paid.reference().orElse(null), null, update);
            case Outcome.Failed failed -> bindOutcome(failed.at(), null, failed.why(), update);
        };
    }

    private static Update bindOutcome(
            @Nullable Instant at, @Nullable String reference, @Nullable String failure, Update update) {
        return update.bindByType("settledAt", at, Instant.class)
                .bindByType("reference", reference, String.class)
                .bindByType("failure", failure, String.class);
    }
}
