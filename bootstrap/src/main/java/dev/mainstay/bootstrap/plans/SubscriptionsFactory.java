package dev.mainstay.bootstrap.plans;

import dev.mainstay.application.plans.CancelSubscription;
import dev.mainstay.application.plans.ChangePaymentMethod;
import dev.mainstay.application.plans.ChangePlan;
import dev.mainstay.application.plans.Charges;
import dev.mainstay.application.plans.CreatePlan;
import dev.mainstay.application.plans.KeepSubscription;
import dev.mainstay.application.plans.LimitUse;
import dev.mainstay.application.plans.Payments;
import dev.mainstay.application.plans.Plans;
import dev.mainstay.application.plans.PlansInForce;
import dev.mainstay.application.plans.PlansOwnedData;
import dev.mainstay.application.plans.RenewSubscriptions;
import dev.mainstay.application.plans.RetirePlan;
import dev.mainstay.application.plans.RevisePlan;
import dev.mainstay.application.plans.ScheduleChange;
import dev.mainstay.application.plans.SettleCharges;
import dev.mainstay.application.plans.ShowPlans;
import dev.mainstay.application.plans.ShowSubscription;
import dev.mainstay.application.plans.Subscribe;
import dev.mainstay.application.plans.Subscriptions;
import dev.mainstay.application.plans.WithdrawChange;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.jobs.PeriodicJob;
import dev.mainstay.postgres.plans.DevelopmentPayments;
import dev.mainstay.postgres.plans.PostgresCharges;
import dev.mainstay.postgres.plans.PostgresPlans;
import dev.mainstay.postgres.plans.PostgresSubscriptions;
import dev.mainstay.postgres.sql.Database;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Plans on offer, subscriptions and their payment (U11). */
@Factory
@Requires(property = "mainstay.features.plans", notEquals = "false")
final class SubscriptionsFactory {

    @Singleton
    Plans plans(Database database) {
        return new PostgresPlans(database);
    }

    @Singleton
    Subscriptions subscriptions(Database database) {
        return new PostgresSubscriptions(database);
    }

    @Singleton
    Charges charges(Database database) {
        return new PostgresCharges(database);
    }

    /** Takes no money; the adapter of a real provider goes here. */
    @Singleton
    Payments payments(
            Database database,
            @Property(name = "mainstay.plans.declined-payment-method", defaultValue = "declined") String declined) {
        return new DevelopmentPayments(database, declined);
    }

    @Singleton
    ShowPlans showPlans(Plans plans) {
        return new ShowPlans(plans);
    }

    @Singleton
    CreatePlan createPlan(Writes writes, Plans plans) {
        return new CreatePlan(writes, plans);
    }

    @Singleton
    RevisePlan revisePlan(Writes writes, Plans plans) {
        return new RevisePlan(writes, plans);
    }

    @Singleton
    RetirePlan retirePlan(Writes writes, Plans plans) {
        return new RetirePlan(writes, plans);
    }

    @Singleton
    ShowSubscription showSubscription(
            Subscriptions subscriptions,
            Charges charges,
            PlansInForce plans,
            List<LimitUse> uses,
            InstantSource clock) {
        return new ShowSubscription(subscriptions, charges, plans, uses, clock);
    }

    @Singleton
    SettleCharges settleCharges(
            Transactions transactions,
            Writes writes,
            Subscriptions subscriptions,
            Charges charges,
            Payments payments,
            InstantSource clock) {
        return new SettleCharges(transactions, writes, subscriptions, charges, payments, clock);
    }

    @Singleton
    Subscribe subscribe(
            Writes writes, Plans plans, Subscriptions subscriptions, Charges charges, Ids ids, InstantSource clock) {
        return new Subscribe(writes, plans, subscriptions, charges, ids, clock);
    }

    @Singleton
    ChangePlan changePlan(
            Writes writes,
            Plans plans,
            Subscriptions subscriptions,
            Charges charges,
            SettleCharges settle,
            Ids ids,
            InstantSource clock) {
        return new ChangePlan(writes, plans, subscriptions, charges, settle, ids, clock);
    }

    @Singleton
    ScheduleChange scheduleChange(Writes writes, Plans plans, Subscriptions subscriptions, Charges charges) {
        return new ScheduleChange(writes, plans, subscriptions, charges);
    }

    @Singleton
    WithdrawChange withdrawChange(Writes writes, Subscriptions subscriptions, Charges charges) {
        return new WithdrawChange(writes, subscriptions, charges);
    }

    @Singleton
    CancelSubscription cancelSubscription(
            Writes writes, Subscriptions subscriptions, Charges charges, Ids ids, InstantSource clock) {
        return new CancelSubscription(writes, subscriptions, charges, ids, clock);
    }

    @Singleton
    KeepSubscription keepSubscription(
            Writes writes, Subscriptions subscriptions, Charges charges, InstantSource clock) {
        return new KeepSubscription(writes, subscriptions, charges, clock);
    }

    @Singleton
    ChangePaymentMethod changePaymentMethod(
            Writes writes, Subscriptions subscriptions, Charges charges, SettleCharges settle, InstantSource clock) {
        return new ChangePaymentMethod(writes, subscriptions, charges, settle, clock);
    }

    @Singleton
    PeriodicJob renewingSubscriptions(
            Writes writes,
            Plans plans,
            Subscriptions subscriptions,
            Charges charges,
            SettleCharges settle,
            Ids ids,
            InstantSource clock) {
        return new PeriodicJob(
                "renew-subscriptions",
                Duration.ofMinutes(1),
                new RenewSubscriptions(writes, plans, subscriptions, charges, settle, ids, clock)::handle);
    }

    @Singleton
    PlansOwnedData plansOwnedData(Subscriptions subscriptions, Charges charges) {
        return new PlansOwnedData(subscriptions, charges);
    }
}
