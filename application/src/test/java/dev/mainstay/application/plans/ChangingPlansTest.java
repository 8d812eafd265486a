package dev.mainstay.application.plans;

import static dev.mainstay.application.plans.PlansFixture.eur;
import static dev.mainstay.application.plans.SubscribingTest.assertConflict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Billing;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlanChanges;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Price;
import dev.mainstay.domain.plans.Standing.State;
import dev.mainstay.domain.plans.SubscriptionChanged.PlanChanged;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.Stale;
import dev.mainstay.domain.refusal.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangingPlansTest {

    private final PlansFixture all = new PlansFixture();

    @Test
    void half_way_the_rest_of_the_new_price_is_charged_less_the_rest_of_the_old() {
        var begun = all.subscribe(SomePlans.plus());
        all.clock.advance(Duration.ofDays(14));

        var changed = all.change.handle(all.to(SomePlans.pro()));

        assertThat(changed.change().bill().unused()).isEqualTo(eur(500));
        assertThat(changed.change().bill().charged()).isEqualTo(eur(1500));
        assertThat(all.taken()).containsExactly(eur(1000), eur(1000));
        assertThat(all.current().plan()).isEqualTo(SomePlans.pro().code());
        assertThat(all.current().period()).isEqualTo(begun.period());
        assertThat(all.raised).hasAtLeastOneElementOfType(PlanChanged.class);
    }

    @Test
    void the_figures_of_a_dry_run_are_charged_if_its_moment_is_named() {
        all.subscribe(SomePlans.plus());
        all.clock.advance(Duration.ofDays(7).plusSeconds(1234));
        var shown = all.change.preview(all.to(SomePlans.pro()));
        assertThat(all.taken()).as("nothing is stored by a dry run").hasSize(1);
        assertThat(all.current().plan()).isEqualTo(SomePlans.plus().code());

        all.clock.advance(Duration.ofMinutes(14));
        var changed = all.change.handle(at(shown.change().at()));

        assertThat(changed.change()).isEqualTo(shown.change());
        assertThat(all.taken().getLast()).isEqualTo(shown.change().bill().due());
    }

    @Test
    void a_moment_of_long_ago_of_the_future_or_before_the_last_change_is_refused() {
        all.subscribe(SomePlans.plus());
        all.clock.advance(Duration.ofDays(7));
        Instant now = all.clock.instant();
        assertThatThrownBy(() -> all.change.handle(at(now.minus(Duration.ofMinutes(16)))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> all.change.handle(at(now.plusSeconds(1)))).isInstanceOf(Invalid.class);
        all.change.handle(all.to(SomePlans.pro()));

        assertThatThrownBy(() -> all.change.handle(new ChangePlan.Command(
                        all.ann, all.current().version(), SomePlans.plus().code(), Optional.of(now.minusSeconds(1)))))
                .isInstanceOf(Invalid.class);
    }

    private ChangePlan.Command at(Instant moment) {
        return new ChangePlan.Command(
                all.ann, all.current().version(), SomePlans.pro().code(), Optional.of(moment));
    }

    @Test
    void what_is_too_much_becomes_credit_and_pays_the_next_period() {
        all.subscribe(SomePlans.pro());
        all.clock.advance(Duration.ofDays(14));
        all.change.handle(all.to(SomePlans.plus()));
        assertThat(all.show.of(all.ann).credits()).containsExactly(eur(1000));
        assertThat(all.taken()).containsExactly(eur(3000));

        all.clock.set(all.current().period().to());
        all.renew.handle();

        assertThat(all.taken()).as("paid by credit").containsExactly(eur(3000));
        assertThat(all.show.of(all.ann).credits()).isEmpty();
        assertThat(all.state()).contains(State.ACTIVE);
    }

    @Test
    void with_another_billing_a_whole_period_begins() {
        all.subscribe(SomePlans.plus());
        all.clock.advance(Duration.ofDays(7));

        all.change.handle(all.to(SomePlans.yearly()));

        assertThat(all.taken()).containsExactly(eur(1000), eur(10_000 - 750));
        assertThat(all.current().period().from()).isEqualTo(all.clock.instant());
        assertThat(all.current().period().to()).isEqualTo(Instant.parse("2027-02-07T12:00:00Z"));
    }

    @Test
    void a_declined_change_changes_nothing_and_uses_up_no_credit() {
        all.subscribe(SomePlans.plus());
        var before = all.payBy("declined");

        assertConflict("payment_declined", () -> all.change.handle(all.to(SomePlans.pro())));

        assertThat(all.current()).isEqualTo(before);
        assertThat(all.taken()).containsExactly(eur(1000));
    }

    @Test
    void a_change_whose_payment_was_not_answered_is_made_later_once() {
        all.subscribe(SomePlans.plus());
        all.clock.advance(Duration.ofDays(14));
        all.payments.loseAnswers(true);
        assertThatThrownBy(() -> all.change.handle(all.to(SomePlans.pro()))).isInstanceOf(Unavailable.class);
        assertThat(all.current().plan()).isEqualTo(SomePlans.plus().code());

        all.payments.loseAnswers(false);
        all.clock.advance(Duration.ofMinutes(2));
        all.renew.handle();
        all.renew.handle();

        assertThat(all.current().plan()).isEqualTo(SomePlans.pro().code());
        assertThat(all.taken()).containsExactly(eur(1000), eur(1000));
    }

    @Test
    void a_change_during_a_trial_goes_on_trying_or_begins_to_cost() {
        add(SomePlans.plan("tried_too", 4000, Billing.MONTH, 30));
        var begun = all.subscribe(SomePlans.tried());
        all.change.handle(all.to(all.plans.get(new PlanCode("tried_too"))));
        assertThat(all.state()).contains(State.TRIALING);
        assertThat(all.current().period()).isEqualTo(begun.period());

        all.change.handle(all.to(SomePlans.tried()));
        assertThat(all.state()).as("its trial was had").contains(State.ACTIVE);
        assertThat(all.taken()).containsExactly(eur(2000));
    }

    @Test
    void a_scheduled_change_comes_with_the_next_period_unless_it_is_withdrawn() {
        all.subscribe(SomePlans.plus());
        schedule(SomePlans.yearly());
        all.withdraw.handle(all.ann, all.current().version());
        assertConflict(
                "no_scheduled_change",
                () -> all.withdraw.handle(all.ann, all.current().version()));
        schedule(SomePlans.yearly());
        Instant end = all.current().period().to();

        all.clock.set(end);
        all.renew.handle();

        assertThat(all.current().plan()).isEqualTo(SomePlans.yearly().code());
        assertThat(all.current().next()).isEmpty();
        assertThat(all.current().period().to()).isEqualTo(Instant.parse("2027-02-28T12:00:00Z"));
        assertThat(all.taken()).containsExactly(eur(1000), eur(10_000));
    }

    private void schedule(Plan plan) {
        all.schedule.handle(new ScheduleChange.Command(all.ann, all.current().version(), plan.code()));
    }

    @Test
    void a_new_price_leaves_the_running_period_alone_and_counts_from_the_next() {
        var begun = all.subscribe(SomePlans.plus());
        var dearer = new PlanChanges(
                Optional.empty(),
                Optional.empty(),
                Optional.of(eur(1500)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        new RevisePlan(all.writes, all.plans)
                .handle(new RevisePlan.Command(all.ann, begun.plan(), Version.FIRST, dearer));
        assertThat(all.current()).isEqualTo(begun);

        all.clock.set(begun.period().to());
        all.renew.handle();

        assertThat(all.taken()).containsExactly(eur(1000), eur(1500));
    }

    @Test
    void a_change_that_makes_no_sense_is_refused_by_name() {
        var usd = new Price(new Money(1000, Currency.getInstance("USD")), Billing.MONTH);
        var plus = SomePlans.plus();
        add(new Plan(new PlanCode("dollars"), Version.FIRST, "d", "", usd, 0, plus.allowance(), false));
        all.subscribe(plus);

        assertConflict("same_plan", () -> all.change.handle(all.to(plus)));
        assertConflict("default_plan", () -> all.change.handle(all.to(all.plans.get(PlanCode.DEFAULT))));
        assertConflict("other_currency", () -> all.change.handle(all.to(all.plans.get(new PlanCode("dollars")))));
        var seen = all.to(SomePlans.pro());
        all.cancel.withItsPeriod(all.ann, all.current().version());
        assertThatThrownBy(() -> all.change.handle(seen)).isInstanceOf(Stale.class);
        assertConflict("subscription_cancelled", () -> all.change.handle(all.to(SomePlans.pro())));
        all.keep.handle(all.ann, all.current().version());
        all.clock.set(all.current().period().to());
        assertConflict("renewal_due", () -> all.change.handle(all.to(SomePlans.pro())));
    }

    private void add(Plan plan) {
        all.transactions.run(() -> {
            all.plans.add(plan);
            return true;
        });
    }
}
