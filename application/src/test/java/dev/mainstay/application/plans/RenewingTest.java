package dev.mainstay.application.plans;

import static dev.mainstay.application.plans.PlansFixture.eur;
import static dev.mainstay.application.plans.SubscribingTest.assertConflict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.domain.plans.Standing.PastDue;
import dev.mainstay.domain.plans.Standing.State;
import dev.mainstay.domain.plans.SubscriptionChanged.ChargeFailed;
import dev.mainstay.domain.plans.SubscriptionChanged.SubscriptionEnded;
import dev.mainstay.domain.plans.SubscriptionChanged.SubscriptionRenewed;
import dev.mainstay.domain.refusal.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RenewingTest {

    private final PlansFixture all = new PlansFixture();

    @Test
    void each_period_is_charged_once_however_many_instances_renew_and_however_late() throws Exception {
        all.subscribe(SomePlans.plus());
        all.clock.set(Instant.parse("2026-04-30T12:00:00Z"));
        Callable<Integer> renewing = all.renew::handle;

        int steps = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done :
                    threads.invokeAll(Stream.generate(() -> renewing).limit(6).toList())) {
                steps += done.get();
            }
        }

        assertThat(steps).as("28 February, 31 March, 30 April").isEqualTo(3);
        assertThat(all.current().period().to()).isEqualTo(Instant.parse("2026-05-31T12:00:00Z"));
        assertThat(all.taken()).containsOnly(eur(1000)).hasSize(4);
        assertThat(all.raised).filteredOn(SubscriptionRenewed.class::isInstance).hasSize(3);
        assertThat(all.renew.handle()).isZero();
    }

    @Test
    void a_declined_renewal_is_tried_for_seven_days_during_which_the_plan_is_had_and_then_it_ends() {
        renewDeclined();
        assertThat(all.accounts()).as("while it is tried").isEqualTo(3);
        Instant since = ((PastDue) all.current().standing()).since();
        for (int days : new int[] {1, 3}) {
            all.clock.set(since.plus(Duration.ofDays(days)).minusSeconds(1));
            assertThat(all.renew.handle()).isZero();
            all.clock.set(since.plus(Duration.ofDays(days)));
            assertThat(all.renew.handle()).isEqualTo(1);
            assertThat(all.state()).contains(State.PAST_DUE);
        }
        all.clock.set(since.plus(Duration.ofDays(7)));
        all.renew.handle();

        assertThat(all.state()).isEmpty();
        assertThat(all.accounts()).isEqualTo(200);
        assertThat(all.raised).filteredOn(ChargeFailed.class::isInstance).hasSize(4);
        assertThat(all.raised).filteredOn(SubscriptionEnded.class::isInstance).hasSize(1);
        assertThat(all.taken()).hasSize(1);
    }

    @Test
    void another_payment_method_makes_it_good_at_once_and_the_period_is_paid_once() {
        renewDeclined();
        assertConflict("subscription_past_due", () -> all.change.handle(all.to(SomePlans.pro())));
        assertConflict("payment_declined", () -> all.payBy("declined"));
        var period = all.current().period();

        assertThat(all.payBy("card").standing().state()).isEqualTo(State.ACTIVE);

        assertThat(all.taken()).containsExactly(eur(1000), eur(1000));
        assertThat(all.current().period()).isEqualTo(period);
        assertThat(all.renew.handle()).isZero();
    }

    @Test
    void past_due_it_can_be_cancelled_at_once_and_gives_nothing_back() {
        renewDeclined();
        assertConflict(
                "subscription_past_due",
                () -> all.cancel.withItsPeriod(all.ann, all.current().version()));

        all.cancel.atOnce(all.ann, all.current().version());

        assertThat(all.state()).isEmpty();
        assertThat(all.show.of(all.ann).credits()).isEmpty();
    }

    private void renewDeclined() {
        all.subscribe(SomePlans.plus());
        all.payBy("declined");
        all.clock.set(all.current().period().to());
        all.renew.handle();
        assertThat(all.state()).contains(State.PAST_DUE);
    }

    @Test
    void cancelled_it_is_had_until_its_period_ends_and_can_be_kept_until_then() {
        var begun = all.subscribe(SomePlans.plus());
        all.cancel.withItsPeriod(all.ann, begun.version());
        all.clock.advance(Duration.ofDays(1));
        all.keep.handle(all.ann, all.current().version());
        assertThat(all.state()).contains(State.ACTIVE);
        assertConflict(
                "subscription_not_cancelled",
                () -> all.keep.handle(all.ann, all.current().version()));
        all.cancel.withItsPeriod(all.ann, all.current().version());
        all.clock.set(begun.period().to().minusSeconds(1));
        assertThat(all.accounts()).isEqualTo(3);

        all.clock.set(begun.period().to());
        assertThat(all.accounts()).as("before the job has come by").isEqualTo(200);
        assertConflict(
                "subscription_ended",
                () -> all.keep.handle(all.ann, all.current().version()));
        all.renew.handle();

        assertThat(all.state()).isEmpty();
        assertThat(all.taken()).hasSize(1);
        assertThatThrownBy(() -> all.keep.handle(all.ann, begun.version())).isInstanceOf(NotFound.class);
    }

    @Test
    void cancelled_at_once_what_was_paid_for_the_rest_is_credit_for_the_next() {
        all.subscribe(SomePlans.plus());
        all.clock.advance(Duration.ofDays(7));
        all.cancel.atOnce(all.ann, all.current().version());
        assertThat(all.accounts()).isEqualTo(200);
        assertThat(all.show.of(all.ann).credits()).containsExactly(eur(750));

        all.subscribe(SomePlans.plus());

        assertThat(all.taken()).containsExactly(eur(1000), eur(250));
        assertThat(all.show.of(all.ann).credits()).isEmpty();
    }

    @Test
    void a_renewal_whose_answer_is_lost_is_asked_again_with_the_same_key() {
        all.subscribe(SomePlans.plus());
        all.clock.set(all.current().period().to());
        all.payments.loseAnswers(true);
        assertThat(all.renew.handle()).isEqualTo(1);
        assertThat(all.latestCharge().isPending()).isTrue();

        all.payments.loseAnswers(false);
        assertThat(all.renew.handle()).as("who asked may still be waiting").isZero();
        assertThat(all.latestCharge().isPending()).isTrue();
        all.clock.advance(Duration.ofSeconds(61));
        all.renew.handle();

        assertThat(all.latestCharge().isPending()).isFalse();
        assertThat(all.taken()).containsExactly(eur(1000), eur(1000));
    }
}
