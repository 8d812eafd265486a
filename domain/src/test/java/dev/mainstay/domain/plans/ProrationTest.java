package dev.mainstay.domain.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever is changed and when, what is paid is what was had, and no minor unit is lost. */
class ProrationTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void the_rest_is_nearest_to_the_exact_share_and_half_goes_to_even() {
        var day = new Period(1, START, 0, START, START.plus(Duration.ofDays(1)));

        assertEquals(eur(2), Proration.rest(eur(5), day, START.plus(Duration.ofHours(12))));
        assertEquals(eur(4), Proration.rest(eur(7), day, START.plus(Duration.ofHours(12))));
        assertEquals(eur(5), Proration.rest(eur(5), day, START));
        assertEquals(eur(0), Proration.rest(eur(5), day, day.to()));
        assertEquals(
                eur(1),
                Proration.rest(eur(1), day, START.plus(Duration.ofHours(12)).minusNanos(1)));
    }

    @Test
    void a_rest_never_grows_with_time_and_is_at_most_half_a_minor_unit_off() {
        var random = new Random(4711);
        for (int run = 0; run < 3_000; run++) {
            var price = eur(random.nextLong(random.nextBoolean() ? 10_000 : Money.MOST));
            var period = Period.first(1, START.plusSeconds(random.nextInt(100_000_000)), billing(random));
            var at = within(period, random);
            var later = within(new Period(1, at, 0, at, period.to()), random);

            var rest = Proration.rest(price, period, at);

            assertTrue(rest.sign() >= 0 && rest.minorUnits() <= price.minorUnits());
            assertTrue(Proration.rest(price, period, later).minorUnits() <= rest.minorUnits());
            var left = nanos(at, period.to());
            var whole = nanos(period.from(), period.to());
            var twiceOff = BigInteger.valueOf(rest.minorUnits())
                    .multiply(whole)
                    .subtract(BigInteger.valueOf(price.minorUnits()).multiply(left))
                    .abs()
                    .shiftLeft(1);
            assertTrue(twiceOff.compareTo(whole) <= 0, () -> price + " in " + period + " at " + at);
        }
    }

    @Test
    void what_is_paid_in_all_is_each_plans_share_of_its_time_and_credit_makes_up_the_rest() {
        var random = new Random(42);
        for (int run = 0; run < 1_000; run++) {
            var subscription = begin(plan("p0", random.nextLong(100_000)));
            var credit = eur(0);
            long paid = subscription.billForPeriod(credit).due().minorUnits();
            var had = BigDecimal.ZERO;
            int changes = 1 + random.nextInt(6);
            for (int change = 1; change <= changes; change++) {
                var period = subscription.period();
                var since = subscription.pricedFrom();
                var at = within(new Period(1, since, 0, since, period.to()), random);
                var made = subscription.change(plan("p" + change, random.nextLong(100_000)), at, false, credit);
                var bill = made.bill();
                paid += bill.due().minorUnits();
                credit = credit.plus(bill.toCredit()).minus(bill.fromCredit());
                had = had.add(share(subscription, since, at));
                subscription = subscription.changed(made.plan(), made.price(), at, made.period());
            }
            had = had.add(share(
                    subscription,
                    subscription.pricedFrom(),
                    subscription.period().to()));

            assertTrue(credit.sign() >= 0);
            var off =
                    had.subtract(BigDecimal.valueOf(paid - credit.minorUnits())).abs();
            assertTrue(off.compareTo(BigDecimal.valueOf(changes)) <= 0, "off by " + off + " after " + changes);
        }
    }

    @Test
    void a_change_there_and_back_in_one_moment_costs_nothing_and_an_end_gives_back_what_is_left() {
        var random = new Random(99);
        for (int run = 0; run < 1_000; run++) {
            var first = plan("one", random.nextLong(100_000));
            var begun = begin(first);
            var at = within(begun.period(), random);

            var there = begun.change(plan("two", random.nextLong(100_000)), at, false, eur(0));
            var credit = there.bill().toCredit();
            var changed = begun.changed(there.plan(), there.price(), at, there.period());
            var back = changed.change(first, at, false, credit);
            var left = credit.plus(back.bill().toCredit()).minus(back.bill().fromCredit());
            assertEquals(there.bill().due().plus(back.bill().due()), left);

            assertEquals(
                    Proration.rest(first.price().amount(), begun.period(), at),
                    begun.billForEnd(at).toCredit());
        }
    }

    private static Subscription begin(Plan plan) {
        return Subscription.start(
                new SubscriptionId(new UUID(1, 1)),
                new UserId(new UUID(2, 2)),
                new PaymentMethod("card"),
                plan,
                false,
                START);
    }

    private static Plan plan(String code, long minorUnits) {
        return new Plan(
                new PlanCode(code),
                Version.FIRST,
                code,
                "",
                new Price(eur(minorUnits), Billing.MONTH),
                0,
                new Allowance(Set.of(), Map.of()),
                false);
    }

    /** The exact part of the price for the time from one instant to another. */
    private static BigDecimal share(Subscription subscription, Instant from, Instant to) {
        var period = subscription.period();
        return BigDecimal.valueOf(subscription.price().amount().minorUnits())
                .multiply(new BigDecimal(nanos(from, to)))
                .divide(new BigDecimal(nanos(period.from(), period.to())), 12, java.math.RoundingMode.HALF_EVEN);
    }

    private static Billing billing(Random random) {
        return random.nextBoolean() ? Billing.MONTH : Billing.YEAR;
    }

    private static Instant within(Period period, Random random) {
        return period.from()
                .plusNanos(random.nextLong(
                        Duration.between(period.from(), period.to()).toNanos()));
    }

    private static BigInteger nanos(Instant from, Instant to) {
        return BigInteger.valueOf(Duration.between(from, to).toNanos());
    }

    private static Money eur(long minorUnits) {
        return new Money(minorUnits, EUR);
    }
}
