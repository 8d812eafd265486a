package dev.mainstay.application.plans;

import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Charge;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.plans.PaymentMethod;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.Standing.State;
import dev.mainstay.domain.plans.Subscription;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Plans, subscriptions and payments without a server, and a user who has them. */
final class PlansFixture {

    static final Currency EUR = Currency.getInstance("EUR");

    final TestClock clock = TestClock.at("2026-01-31T12:00:00Z");
    final SequentialIds ids = new SequentialIds();
    final InMemoryTransactions transactions = new InMemoryTransactions();
    final InMemoryPlans plans = new InMemoryPlans(transactions);
    final InMemoryCharges charges = new InMemoryCharges(transactions);
    final InMemorySubscriptions subscriptions = new InMemorySubscriptions(transactions, plans, charges);
    final RecordedPayments payments = new RecordedPayments();
    final List<DomainEvent> raised = new ArrayList<>();
    final Writes writes = new Writes(
            transactions, new ViewCatalogue(List.of()), keys -> () -> {}, List.of(), List.of(raised::addAll));
    final SettleCharges settle = new SettleCharges(transactions, writes, subscriptions, charges, payments, clock);
    final Subscribe subscribe = new Subscribe(writes, plans, subscriptions, charges, ids, clock);
    final ChangePlan change = new ChangePlan(writes, plans, subscriptions, charges, settle, ids, clock);
    final ScheduleChange schedule = new ScheduleChange(writes, plans, subscriptions, charges);
    final WithdrawChange withdraw = new WithdrawChange(writes, subscriptions, charges);
    final CancelSubscription cancel = new CancelSubscription(writes, subscriptions, charges, ids, clock);
    final KeepSubscription keep = new KeepSubscription(writes, subscriptions, charges, clock);
    final ChangePaymentMethod payBy = new ChangePaymentMethod(writes, subscriptions, charges, settle, clock);
    final RenewSubscriptions renew = new RenewSubscriptions(writes, plans, subscriptions, charges, settle, ids, clock);
    final ShowSubscription show = new ShowSubscription(subscriptions, charges, subscriptions, List.of(), clock);
    final Entitlements entitlements = new PlanEntitlements(subscriptions, clock);

    final UserId ann = new UserId(ids.next());

    PlansFixture() {
        transactions.run(() -> {
            List.of(SomePlans.plus(), SomePlans.pro(), SomePlans.yearly(), SomePlans.tried())
                    .forEach(plans::add);
            return true;
        });
    }

    /** Subscribes and pays, as a request does. */
    Subscription subscribe(Plan plan, String method) {
        var begun = subscribe.handle(new Subscribe.Command(ann, plan.code(), new PaymentMethod(method)));
        settle.ofStart(begun.id());
        return current();
    }

    Subscription subscribe(Plan plan) {
        return subscribe(plan, "card");
    }

    ChangePlan.Command to(Plan plan) {
        return new ChangePlan.Command(ann, current().version(), plan.code(), Optional.empty());
    }

    Subscription payBy(String method) {
        return payBy.handle(new ChangePaymentMethod.Command(ann, current().version(), new PaymentMethod(method)));
    }

    Subscription current() {
        return subscriptions.live(ann).orElseThrow();
    }

    /** Empty without a live subscription. */
    Optional<State> state() {
        return subscriptions.live(ann).map(each -> each.standing().state());
    }

    List<Money> taken() {
        return payments.takenFrom(ann);
    }

    Charge latestCharge() {
        return charges.page(ann, new PageRequest(1, null)).items().getFirst();
    }

    long accounts() {
        return entitlements.limit(ann, Limit.FINANCE_ACCOUNTS);
    }

    static Money eur(long minorUnits) {
        return new Money(minorUnits, EUR);
    }
}
