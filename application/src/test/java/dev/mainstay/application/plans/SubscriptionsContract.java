package dev.mainstay.application.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Bill;
import dev.mainstay.domain.plans.Charge;
import dev.mainstay.domain.plans.Charge.Outcome;
import dev.mainstay.domain.plans.Charge.Purpose;
import dev.mainstay.domain.plans.ChargeId;
import dev.mainstay.domain.plans.PaymentMethod;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Standing.Reason;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of subscriptions and their charges does. */
public abstract class SubscriptionsContract {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123456Z");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final AtomicLong IDS = new AtomicLong();

    protected abstract Transactions transactions();

    protected abstract Plans plans();

    protected abstract Subscriptions subscriptions();

    protected abstract Charges charges();

    protected abstract PlansInForce inForce();

    /** A user that the store has not seen yet. */
    protected abstract UserId newUser();

    /** Forgets all that a test before this one has stored. */
    protected void startEmpty() {}

    @BeforeEach
    void put_plans_on_offer() {
        startEmpty();
        in(() -> {
            plans().add(SomePlans.plus());
            plans().add(SomePlans.pro());
            plans().add(SomePlans.tried());
        });
    }

    @Test
    void a_subscription_comes_back_as_it_was_stored_in_each_state() {
        var subscription = begin(newUser(), SomePlans.tried(), true);
        assertStored(subscription);

        subscription = replace(subscription, subscription.schedule(SomePlans.pro()));
        assertStored(subscription);
        subscription = replace(subscription, subscription.cancel(NOON.plusSeconds(1)));
        assertStored(subscription);
        subscription = replace(subscription, subscription.keep(NOON.plusSeconds(2)));
        subscription = replace(subscription, subscription.renew(SomePlans.plus()));
        assertStored(subscription);
        subscription = replace(subscription, subscription.payBy(new PaymentMethod("another")));
        subscription = replace(subscription, subscription.declined(NOON.plusSeconds(3)));
        assertStored(subscription);
        assertThat(subscriptions().live(subscription.owner())).contains(subscription);
        subscription = replace(subscription, subscription.end(NOON.plusSeconds(4), Reason.PAYMENT_FAILED));
        assertStored(subscription);
        assertThat(subscriptions().live(subscription.owner())).isEmpty();
    }

    @Test
    void a_second_one_waits_until_the_first_has_ended() {
        var owner = newUser();
        var first = begin(owner, SomePlans.plus(), false);
        assertThatThrownBy(() -> begin(owner, SomePlans.pro(), false))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("subscription_exists"));

        first = replace(first, first.cancel(NOON));
        assertThatThrownBy(() -> begin(owner, SomePlans.pro(), false)).isInstanceOf(Conflict.class);

        replace(first, first.end(NOON, Reason.CANCELLED));
        assertThat(begin(owner, SomePlans.pro(), false).isLive()).isTrue();
    }

    @Test
    void of_several_begun_at_once_exactly_one_wins() throws Exception {
        var owner = newUser();
        Callable<Boolean> beginning = () -> {
            try {
                return begin(owner, SomePlans.plus(), false).isLive();
            } catch (Conflict exists) {
                return false;
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int won = 0;
            for (var outcome : threads.invokeAll(Collections.nCopies(6, beginning))) {
                won += outcome.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void a_change_to_a_version_that_is_no_more_is_stale() {
        var subscription = begin(newUser(), SomePlans.plus(), false);
        var cancelled = replace(subscription, subscription.cancel(NOON));

        assertThatThrownBy(() -> replace(subscription, subscription.schedule(SomePlans.pro())))
                .isInstanceOf(Stale.class);
        assertStored(cancelled);
        assertThatThrownBy(() -> subscriptions().get(subscription.id(), newUser()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_longest_due_is_claimed_first_and_what_is_being_paid_is_left_out() {
        var later = begin(newUser(), SomePlans.plus(), false);
        var sooner = begin(newUser(), SomePlans.tried(), true);
        Instant end = later.period().to();

        assertThat(claim(sooner.period().to().minusSeconds(1))).isEmpty();
        assertThat(claim(end)).contains(sooner);
        var ended = replace(sooner, sooner.end(NOON, Reason.CANCELLED));
        assertThat(ended.dueAt()).isEmpty();
        assertThat(claim(end)).contains(later);
        var charge = add(later, Purpose.START);
        assertThat(claim(end)).isEmpty();
        settle(charge, new Outcome.Paid(NOON, Optional.of("ref")));
        assertThat(claim(end)).contains(later);
        var unpaid = replace(later, later.declined(end));
        assertThat(claim(end)).isEmpty();
        assertThat(claim(end.plus(Duration.ofDays(1)))).contains(unpaid);
    }

    @Test
    void a_trial_is_had_once_for_each_plan() {
        var owner = newUser();
        var plan = SomePlans.tried().code();

        assertThat(subscriptions().hadTrial(owner, plan)).isFalse();
        assertThat(transactions().run(() -> subscriptions().takeTrial(owner, plan, NOON)))
                .isTrue();
        assertThat(transactions().run(() -> subscriptions().takeTrial(owner, plan, NOON)))
                .isFalse();
        assertThat(subscriptions().hadTrial(owner, plan)).isTrue();
        assertThat(subscriptions().hadTrial(owner, SomePlans.plus().code())).isFalse();
        assertThat(subscriptions().hadTrial(newUser(), plan)).isFalse();
    }

    @Test
    void the_plan_in_force_is_the_live_ones_until_a_cancelled_period_is_over() {
        var owner = newUser();
        assertThat(inForce().of(owner, NOON).plan().code()).isEqualTo(PlanCode.DEFAULT);

        var subscription = begin(owner, SomePlans.plus(), false);
        Instant end = subscription.period().to();
        assertThat(inForce().of(owner, end.plusSeconds(1)).plan()).isEqualTo(SomePlans.plus());
        assertThat(inForce().of(owner, NOON).otherwise().code()).isEqualTo(PlanCode.DEFAULT);
        subscription = replace(subscription, subscription.cancel(NOON));
        assertThat(inForce().of(owner, end.minusSeconds(1)).plan()).isEqualTo(SomePlans.plus());
        assertThat(inForce().of(owner, end).plan().isDefault()).isTrue();
        replace(subscription, subscription.end(NOON, Reason.CANCELLED));
        assertThat(inForce().of(owner, NOON).plan().isDefault()).isTrue();
    }

    @Test
    void a_charge_comes_back_as_it_was_stored_with_each_outcome() {
        var subscription = begin(newUser(), SomePlans.plus(), false);
        var pending = add(subscription, Purpose.START);
        assertThat(charges().find(pending.id())).contains(pending);
        assertThat(charges().hasPending(subscription.id())).isTrue();
        assertThat(charges().pendingSince(NOON, 10)).isEmpty();
        assertThat(charges().pendingSince(NOON.plusSeconds(1), 10)).containsExactly(pending.id());

        var failed = settle(pending, new Outcome.Failed(NOON.plusSeconds(1), "no money"));
        assertThat(charges().ofPeriod(subscription.id(), 1)).contains(failed);
        assertThat(charges().hasPending(subscription.id())).isFalse();
        var again = failed.again(new PaymentMethod("other"), NOON.plusSeconds(2));
        in(() -> charges().replace(again));
        assertThat(charges().find(pending.id())).contains(again);
        var paid = settle(again, new Outcome.Paid(NOON.plusSeconds(3), Optional.of("ref")));
        assertThat(charges().find(pending.id())).contains(paid);
    }

    @Test
    void a_period_is_charged_once_one_payment_is_under_way_at_a_time_and_what_is_paid_stays_so() {
        var subscription = begin(newUser(), SomePlans.plus(), false);
        var charge = add(subscription, Purpose.START);

        assertThatThrownBy(() -> add(subscription, Purpose.CHANGE)).isInstanceOf(RuntimeException.class);
        var paid = settle(charge, new Outcome.Paid(NOON, Optional.of("ref")));
        assertThatThrownBy(() -> add(subscription, Purpose.RENEWAL)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> settle(paid, new Outcome.Failed(NOON, "changed my mind")))
                .isInstanceOf(RuntimeException.class);
        assertThat(charges().find(charge.id())).contains(paid);
    }

    @Test
    void credit_is_what_was_given_less_what_was_taken_by_charges_that_have_not_failed() {
        var owner = newUser();
        var subscription = begin(owner, SomePlans.plus(), false);
        assertThat(charges().credits(owner)).isEmpty();
        assertThat(charges().credit(owner, EUR)).isEqualTo(Money.zero(EUR));

        add(subscription, Purpose.CANCELLATION, bill(0, 700, 0, 700, 0));
        assertThat(charges().credits(owner)).containsExactly(new Money(700, EUR));
        var taking = add(subscription, Purpose.START, bill(1000, 0, 300, 0, 700));
        assertThat(charges().credit(owner, EUR)).isEqualTo(new Money(400, EUR));
        settle(taking, new Outcome.Failed(NOON, "no money"));
        assertThat(charges().credit(owner, EUR)).isEqualTo(new Money(700, EUR));
        assertThat(charges().credit(owner, Currency.getInstance("JPY")).isZero())
                .isTrue();
        assertThat(charges().credits(newUser())).isEmpty();
    }

    @Test
    void charges_and_subscriptions_are_paged_latest_first_without_gap_or_repeat() {
        var owner = newUser();
        var subscription = begin(owner, SomePlans.plus(), false);
        var expected = new ArrayList<ChargeId>();
        for (int i = 0; i < 5; i++) {
            expected.addFirst(
                    add(subscription, Purpose.CANCELLATION, bill(0, i, 0, i, 0)).id());
        }
        var seen = new ArrayList<ChargeId>();
        var page = charges().page(owner, new PageRequest(2, null));
        page.items().forEach(each -> seen.add(each.id()));
        while (page.next() != null) {
            page = charges().page(owner, new PageRequest(2, page.next()));
            page.items().forEach(each -> seen.add(each.id()));
        }
        assertThat(seen).containsExactlyElementsOf(expected);

        var ended = replace(subscription, subscription.end(NOON, Reason.CANCELLED));
        var second = begin(owner, SomePlans.pro(), false);
        var first = subscriptions().history(owner, new PageRequest(1, null));
        assertThat(first.items()).containsExactly(second);
        assertThat(subscriptions()
                        .history(owner, new PageRequest(1, first.next()))
                        .items())
                .containsExactly(ended);
    }

    @Test
    void outside_a_transaction_nothing_is_written_or_held() {
        var owner = newUser();
        var subscription = begin(owner, SomePlans.plus(), false);

        assertThatThrownBy(() -> subscriptions().holdLive(owner)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> subscriptions().replace(subscription.cancel(NOON), subscription.version()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> subscriptions().claimDue(NOON)).isInstanceOf(IllegalStateException.class);
    }

    protected final Subscription begin(UserId owner, Plan plan, boolean trial) {
        var begun =
                Subscription.start(new SubscriptionId(newId()), owner, new PaymentMethod("card"), plan, trial, NOON);
        in(() -> subscriptions().add(begun));
        return begun;
    }

    protected final Charge add(Subscription subscription, Purpose purpose) {
        return add(subscription, purpose, bill(1000, 0, 0, 0, 1000));
    }

    private Charge add(Subscription subscription, Purpose purpose, Bill bill) {
        var charge = Charge.forPeriod(new ChargeId(newId()), subscription, purpose, bill, NOON);
        in(() -> charges().add(charge));
        return charge;
    }

    private static Bill bill(long charged, long unused, long fromCredit, long toCredit, long due) {
        return new Bill(
                new Money(charged, EUR),
                new Money(unused, EUR),
                new Money(fromCredit, EUR),
                new Money(toCredit, EUR),
                new Money(due, EUR));
    }

    private Charge settle(Charge charge, Outcome outcome) {
        var settled = charge.settled(outcome);
        in(() -> charges().replace(settled));
        return settled;
    }

    private Subscription replace(Subscription before, Subscription after) {
        in(() -> subscriptions().replace(after, before.version()));
        return after;
    }

    private Optional<Subscription> claim(Instant now) {
        return transactions().run(() -> subscriptions().claimDue(now));
    }

    private void in(Runnable work) {
        transactions().run(() -> {
            work.run();
            return true;
        });
    }

    private void assertStored(Subscription subscription) {
        assertThat(subscriptions().get(subscription.id(), subscription.owner())).isEqualTo(subscription);
    }

    private static UUID newId() {
        return new UUID(0x0000000000007000L, 0x8000_0000_0000_0000L | IDS.incrementAndGet());
    }
}
