package dev.mainstay.postgres.plans;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.plans.Charges;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Charge;
import dev.mainstay.domain.plans.ChargeId;
import dev.mainstay.domain.plans.SubscriptionId;
import dev.mainstay.postgres.sql.Database;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Charges in {@code plans.charge}, whose indexes and trigger keep what the port promises. */
public final class PostgresCharges implements Charges {

    private static final String SELECT = "SELECT " + ChargeRows.COLUMNS + "FROM plans.charge c\n";

    private final Database database;

    public PostgresCharges(Database database) {
        this.database = database;
    }

    @Override
    public void add(Charge charge) {
        database.execute(
                handle -> ChargeRows.bind(charge, handle.createUpdate("""
                        INSERT INTO plans.charge
                            (id, subscription, owner, purpose, plan, currency, minor_units, billing,
                             period_number, period_anchor, period_steps, period_from, period_to, at,
                             charged, unused, from_credit, to_credit, due,
                             method, attempt, tried_at, status, settled_at, reference, failure)
                        VALUES (:id, :subscription, :owner, :purpose, :plan, :currency, :minorUnits, :billing,
                                :number, :anchor, :steps, :from, :to, :at,
                                :charged, :unused, :fromCredit, :toCredit, :due,
                                :method, :attempt, :triedAt, :status, :settledAt, :reference, :failure)
                        """)).execute());
    }

    @Override
    public Optional<Charge> find(ChargeId id) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE c.id = :id")
                .bind("id", id.value())
                .map(ChargeRows::charge)
                .findOne());
    }

    @Override
    public void replace(Charge changed) {
        database.execute(handle ->
                ChargeRows.bindOutcome(changed, handle.createUpdate("""
                        UPDATE plans.charge
                        SET method = :method, attempt = :attempt, tried_at = :triedAt, status = :status, settled_at = :settledAt,
                            reference = :reference, failure = :failure
                        WHERE id = :id
                        """)).execute());
    }

    @Override
    public Optional<Charge> ofPeriod(SubscriptionId subscription, int period) {
        return database.read(handle -> handle.createQuery(SELECT + """
                        WHERE c.subscription = :subscription AND c.period_number = :period AND c.purpose IN ('START', 'RENEWAL')
                        """)
                .bind("subscription", subscription.value())
                .bind("period", period)
                .map(ChargeRows::charge)
                .findOne());
    }

    @Override
    public boolean hasPending(SubscriptionId subscription) {
        return database.read(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM plans.charge WHERE subscription = :id AND status = 'PENDING')")
                .bind("id", subscription.value())
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public List<ChargeId> pendingSince(Instant triedBefore, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id
                        FROM plans.charge
                        WHERE status = 'PENDING' AND tried_at < :before
                        ORDER BY tried_at
                        LIMIT :limit
                        """)
                .bind("before", triedBefore)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .map(ChargeId::new)
                .list());
    }

    @Override
    public Money credit(UserId owner, Currency currency) {
        return credits(owner).stream()
                .filter(credit -> credit.currency().equals(currency))
                .findAny()
                .orElse(Money.zero(currency));
    }

    @Override
    public List<Money> credits(UserId owner) {
        return database.read(handle -> handle.createQuery("""
                        SELECT currency, sum(to_credit - from_credit)::bigint AS minor_units
                        FROM plans.charge
                        WHERE owner = :owner AND status <> 'FAILED'
                        GROUP BY currency
                        HAVING sum(to_credit - from_credit) <> 0
                        ORDER BY currency
                        """)
                .bind("owner", owner.value())
                .map((row, context) ->
                        new Money(row.getLong("minor_units"), Currency.getInstance(row.getString("currency"))))
                .list());
    }

    @Override
    public Page<Charge> page(UserId owner, PageRequest page) {
        var rows = database.read(handle -> Keyset.bind(page, handle.createQuery(SELECT + """
                        WHERE c.owner = :owner
                          AND (:after::timestamptz IS NULL OR (c.at, c.id) < (:after::timestamptz, :afterId::uuid))
                        ORDER BY c.at DESC, c.id DESC
                        LIMIT :limit
                        """))
                .bind("owner", owner.value())
                .map(ChargeRows::charge)
                .list());
        return Page.of(rows, page.limit(), row -> Keyset.position(NEWEST_FIRST, row.at(), row.id()));
    }
}
