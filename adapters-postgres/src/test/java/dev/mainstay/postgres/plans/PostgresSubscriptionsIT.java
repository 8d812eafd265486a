package dev.mainstay.postgres.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.plans.Charges;
import dev.mainstay.application.plans.Plans;
import dev.mainstay.application.plans.PlansInForce;
import dev.mainstay.application.plans.SomePlans;
import dev.mainstay.application.plans.Subscriptions;
import dev.mainstay.application.plans.SubscriptionsContract;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Charge.Purpose;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.postgres.planner.Owners;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PostgresSubscriptionsIT extends SubscriptionsContract {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Database database = Shared.DATABASE;
    private final PostgresPlans plans = new PostgresPlans(database);
    private final PostgresSubscriptions subscriptions = new PostgresSubscriptions(database);
    private final PostgresCharges charges = new PostgresCharges(database);
    private final PostgresPlansInForce inForce = new PostgresPlansInForce(database);

    /** One for all of these tests, for making one takes longer than most of them. */
    private static final class Shared {
        static final Database DATABASE = new Database(TestPostgres.freshDatabase());
    }

    @Override
    protected void startEmpty() {
        database.run(() -> database.write(handle -> handle.execute("DELETE FROM identity.account")));
        database.run(() -> database.write(handle -> handle.execute("DELETE FROM plans.plan WHERE code <> 'free'")));
    }

    @Override
    protected Transactions transactions() {
        return database;
    }

    @Override
    protected Plans plans() {
        return plans;
    }

    @Override
    protected Subscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    protected Charges charges() {
        return charges;
    }

    @Override
    protected PlansInForce inForce() {
        return inForce;
    }

    @Override
    protected UserId newUser() {
        return Owners.newUser(database);
    }

    @Test
    void one_that_an_instance_has_claimed_is_left_out_by_the_others() {
        var first = begin(newUser(), SomePlans.plus(), false);
        var second = begin(newUser(), SomePlans.plus(), false);
        var due = first.period().to();

        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            database.run(() -> {
                var mine = subscriptions.claimDue(due).orElseThrow();
                var elsewhere = other.submit(() -> database.run(() -> subscriptions.claimDue(due)));
                assertThat(elsewhere)
                        .succeedsWithin(SOON)
                        .satisfies(claimed -> assertThat(claimed)
                                .hasValueSatisfying(theirs -> assertThat(theirs.id())
                                        .isIn(first.id(), second.id())
                                        .isNotEqualTo(mine.id())));
                return true;
            });
        }
    }

    @Test
    void who_asks_for_the_same_limit_waits_for_its_turn_and_nobody_else_does() throws Exception {
        var ann = newUser();
        var taken = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holding = threads.submit(() -> database.run(() -> {
                inForce.takeTurn(ann, Limit.FINANCE_ACCOUNTS);
                taken.countDown();
                return awaited(end);
            }));
            taken.await();
            var waiting = threads.submit(() -> takeTurn(ann, Limit.FINANCE_ACCOUNTS));
            assertThat(threads.submit(() -> takeTurn(ann, Limit.FINANCE_BUDGETS)))
                    .succeedsWithin(SOON);
            assertThat(threads.submit(() -> takeTurn(newUser(), Limit.FINANCE_ACCOUNTS)))
                    .succeedsWithin(SOON);
            assertThat(waiting).isNotDone();
            end.countDown();
            assertThat(waiting).succeedsWithin(SOON);
            assertThat(holding).succeedsWithin(SOON);
        }
    }

    private boolean takeTurn(UserId user, Limit limit) {
        return database.run(() -> {
            inForce.takeTurn(user, limit);
            return true;
        });
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void the_database_itself_refuses_a_second_live_one_other_amounts_and_a_deletion() {
        var subscription = begin(newUser(), SomePlans.plus(), false);
        add(subscription, Purpose.START);

        assertRefused("subscription_one_live", """
                INSERT INTO plans.subscription (id, owner, version, started_at, method, plan, currency, minor_units, billing, priced_from,
                    period_number, period_anchor, period_steps, period_from, period_to, state)
                SELECT gen_random_uuid(), owner, version, started_at, method, plan, currency, minor_units, billing, priced_from,
                    period_number, period_anchor, period_steps, period_from, period_to, state
                FROM plans.subscription WHERE id = ?
                """, subscription);
        assertRefused(
                "never change", "UPDATE plans.charge SET due = 1, charged = 1 WHERE subscription = ?", subscription);
        assertRefused("charge_adds_up", """
                INSERT INTO plans.charge
                SELECT gen_random_uuid(), subscription, owner, 'CHANGE', plan, currency, minor_units, billing, period_number,
                       period_anchor, period_steps, period_from, period_to, at, 5, 0, 0, 0, 4, method, 1, at, 'PENDING'
                FROM plans.charge WHERE subscription = ?
                """, subscription);
        assertRefused("never deleted", "DELETE FROM plans.charge WHERE subscription = ?", subscription);
        assertRefused("never deleted", "DELETE FROM plans.subscription WHERE id = ?", subscription);
    }

    private void assertRefused(String why, String sql, Subscription subscription) {
        UUID id = subscription.id().value();
        assertThatThrownBy(() -> database.run(() -> database.write(handle -> handle.execute(sql, id))))
                .hasStackTraceContaining(why);
    }

    @Test
    void everything_leaves_with_its_owner() {
        var owner = newUser();
        var charge = add(begin(owner, SomePlans.tried(), true), Purpose.START);
        database.run(() -> subscriptions.takeTrial(owner, SomePlans.tried().code(), charge.at()));

        database.run(() ->
                database.write(handle -> handle.execute("DELETE FROM identity.account WHERE id = ?", owner.value())));

        assertThat(subscriptions.live(owner)).isEmpty();
        assertThat(charges.find(charge.id())).isEmpty();
        assertThat(subscriptions.hadTrial(owner, SomePlans.tried().code())).isFalse();
    }
}
