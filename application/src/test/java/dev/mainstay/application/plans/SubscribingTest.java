package dev.mainstay.application.plans;

import static dev.mainstay.application.plans.PlansFixture.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.plans.PaymentMethod;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Standing.State;
import dev.mainstay.domain.plans.SubscriptionChanged.ChargePaid;
import dev.mainstay.domain.plans.SubscriptionChanged.SubscriptionEnded;
import dev.mainstay.domain.plans.SubscriptionChanged.SubscriptionStarted;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotAllowed;
import dev.mainstay.domain.refusal.QuotaExceeded;
import dev.mainstay.domain.refusal.Unavailable;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SubscribingTest {

    private final PlansFixture all = new PlansFixture();

    @Test
    void without_a_subscription_the_default_plan_counts_and_with_one_its_own() {
        assertThat(all.accounts()).isEqualTo(200);
        all.entitlements.require(all.ann, Entitlement.RECURRING_TRANSACTIONS);

        all.subscribe(SomePlans.plus());

        assertThat(all.accounts()).isEqualTo(3);
        assertThat(all.entitlements.limit(all.ann, Limit.FINANCE_BUDGETS))
                .as("left open by the plan")
                .isEqualTo(200);
        assertThatThrownBy(() -> all.entitlements.require(all.ann, Entitlement.RECURRING_TRANSACTIONS))
                .isInstanceOf(NotAllowed.class);
        assertThat(all.entitlements.limit(new UserId(all.ids.next()), Limit.FINANCE_ACCOUNTS))
                .isEqualTo(200);
    }

    @Test
    void what_a_limit_allows_is_had_to_the_last_and_no_further() {
        all.subscribe(SomePlans.plus());

        requireRoom(2);
        assertThatThrownBy(() -> requireRoom(3))
                .isInstanceOfSatisfying(
                        QuotaExceeded.class,
                        refused -> assertThat(refused.code()).isEqualTo("finance_accounts_limit"));
    }

    private void requireRoom(long used) {
        all.transactions.run(() -> {
            all.entitlements.requireRoom(all.ann, Limit.FINANCE_ACCOUNTS, () -> used);
            return true;
        });
    }

    @Test
    void the_first_period_is_paid_at_once_and_ends_on_the_last_day_of_a_short_month() {
        var begun = all.subscribe(SomePlans.plus());

        assertThat(begun.standing().state()).isEqualTo(State.ACTIVE);
        assertThat(begun.period().to()).isEqualTo(Instant.parse("2026-02-28T12:00:00Z"));
        assertThat(all.taken()).containsExactly(eur(1000));
        assertThat(all.raised).hasAtLeastOneElementOfType(SubscriptionStarted.class);
        assertConflict("subscription_exists", () -> all.subscribe(SomePlans.pro()));
        assertThat(all.taken()).hasSize(1);
    }

    @Test
    void a_declined_first_payment_ends_it_and_leaves_the_default_plan() {
        assertConflict("payment_declined", () -> all.subscribe(SomePlans.plus(), "declined"));

        assertThat(all.state()).isEmpty();
        assertThat(all.accounts()).isEqualTo(200);
        assertThat(all.taken()).isEmpty();
        assertThat(all.raised).hasAtLeastOneElementOfType(SubscriptionEnded.class);
        all.subscribe(SomePlans.plus());
    }

    @Test
    void a_trial_is_had_once_costs_nothing_and_turns_into_a_paid_period() {
        var begun = all.subscribe(SomePlans.tried());
        assertThat(begun.standing().state()).isEqualTo(State.TRIALING);
        all.clock.set(begun.period().to().minusSeconds(1));
        assertThat(all.renew.handle()).isZero();
        assertThat(all.taken()).isEmpty();

        all.clock.set(begun.period().to());
        assertThat(all.renew.handle()).isEqualTo(1);
        assertThat(all.taken()).containsExactly(eur(2000));
        assertThat(all.current().period().from()).isEqualTo(Instant.parse("2026-02-14T12:00:00Z"));
        assertThat(all.current().period().to()).isEqualTo(Instant.parse("2026-03-14T12:00:00Z"));

        all.cancel.atOnce(all.ann, all.current().version());
        assertThat(all.subscribe(SomePlans.tried()).standing().state()).isEqualTo(State.ACTIVE);
        assertThat(all.latestCharge().bill().fromCredit()).isEqualTo(eur(2000));
    }

    @Test
    void nobody_subscribes_to_the_default_plan_or_a_retired_one() {
        assertConflict("default_plan", () -> all.subscribe(all.plans.get(PlanCode.DEFAULT)));
        var retired = new RetirePlan(all.writes, all.plans)
                .handle(all.ann, SomePlans.plus().code(), SomePlans.plus().version());
        assertConflict("plan_retired", () -> all.subscribe(retired));
    }

    @Test
    void a_payment_whose_answer_is_lost_is_taken_once_and_settled_later() {
        all.payments.loseAnswers(true);
        assertThatThrownBy(() -> all.subscribe(SomePlans.plus())).isInstanceOf(Unavailable.class);
        assertThat(all.show.of(all.ann).paymentPending()).isTrue();
        assertConflict(
                "payment_pending",
                () -> all.cancel.atOnce(all.ann, all.current().version()));
        assertConflict("payment_pending", () -> all.change.handle(all.to(SomePlans.pro())));

        all.clock.advance(Duration.ofMinutes(2));
        all.renew.handle();
        assertThat(all.show.of(all.ann).paymentPending()).as("still no answer").isTrue();
        all.payments.loseAnswers(false);
        all.renew.handle();

        assertThat(all.show.of(all.ann).paymentPending()).isFalse();
        assertThat(all.taken()).containsExactly(eur(1000));
        assertThat(all.state()).contains(State.ACTIVE);
    }

    @Test
    void an_outcome_that_another_instance_was_faster_to_write_down_stays_as_it_is() {
        var begun = all.subscribe.handle(plusByCard());
        var late = new SettleCharges(
                all.transactions,
                all.writes,
                all.subscriptions,
                all.charges,
                order -> {
                    all.settle.ofStart(begun.id());
                    all.clock.advance(Duration.ofSeconds(1));
                    return all.payments.charge(order);
                },
                all.clock);

        late.ofStart(begun.id());

        assertThat(all.raised).filteredOn(ChargePaid.class::isInstance).hasSize(1);
        assertThat(all.taken()).containsExactly(eur(1000));
    }

    private Subscribe.Command plusByCard() {
        return new Subscribe.Command(all.ann, SomePlans.plus().code(), new PaymentMethod("card"));
    }

    @Test
    void the_provider_is_never_waited_for_inside_a_transaction() {
        var begun = all.subscribe.handle(plusByCard());

        assertThatThrownBy(() -> all.writes.perform(events -> all.settle.ofStart(begun.id())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(all.taken()).isEmpty();
    }

    static void assertConflict(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
