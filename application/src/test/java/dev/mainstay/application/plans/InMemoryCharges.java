package dev.mainstay.application.plans;

import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Charge;
import dev.mainstay.domain.plans.Charge.Purpose;
import dev.mainstay.domain.plans.Charge.Status;
import dev.mainstay.domain.plans.ChargeId;
import dev.mainstay.domain.plans.SubscriptionId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Charges without a database. */
public final class InMemoryCharges implements Charges {

    private final InMemoryTable<ChargeId, Charge> rows;

    public InMemoryCharges(InMemoryTransactions transactions) {
        this.rows = new InMemoryTable<>(transactions);
    }

    @Override
    public void add(Charge charge) {
        if (isForPeriod(charge)
                && ofPeriod(charge.subscription(), charge.period().number()).isPresent()) {
            throw new IllegalStateException("charged for this period already");
        }
        requireOnePending(charge);
        rows.put(charge.id(), charge);
    }

    @Override
    public Optional<Charge> find(ChargeId id) {
        return rows.find(id);
    }

    @Override
    public void replace(Charge changed) {
        var stored = find(changed.id()).orElseThrow();
        if (stored.status() == Status.PAID || !stored.bill().equals(changed.bill())) {
            throw new IllegalStateException("the amounts of a charge, and what is paid, never change");
        }
        requireOnePending(changed);
        rows.put(changed.id(), changed);
    }

    private void requireOnePending(Charge charge) {
        if (charge.isPending()
                && rows.stream()
                        .filter(Charge::isPending)
                        .filter(other -> !other.id().equals(charge.id()))
                        .anyMatch(other -> other.subscription().equals(charge.subscription()))) {
            throw new IllegalStateException("another charge of the subscription is pending");
        }
    }

    @Override
    public Optional<Charge> ofPeriod(SubscriptionId subscription, int period) {
        return rows.stream()
                .filter(InMemoryCharges::isForPeriod)
                .filter(charge -> charge.subscription().equals(subscription))
                .filter(charge -> charge.period().number() == period)
                .findAny();
    }

    private static boolean isForPeriod(Charge charge) {
        return charge.purpose() == Purpose.START || charge.purpose() == Purpose.RENEWAL;
    }

    @Override
    public boolean hasPending(SubscriptionId subscription) {
        return rows.stream()
                .filter(Charge::isPending)
                .anyMatch(charge -> charge.subscription().equals(subscription));
    }

    @Override
    public List<ChargeId> pendingSince(Instant triedBefore, int limit) {
        return rows.stream()
                .filter(Charge::isPending)
                .filter(charge -> charge.triedAt().isBefore(triedBefore))
                .sorted(Comparator.comparing(Charge::triedAt))
                .limit(limit)
                .map(Charge::id)
                .toList();
    }

    @Override
    public Money credit(UserId owner, Currency currency) {
        return of(owner)
                .filter(charge -> charge.status() != Status.FAILED)
                .map(Charge::bill)
                .filter(bill -> bill.currency().equals(currency))
                .map(bill -> bill.toCredit().minus(bill.fromCredit()))
                .reduce(Money.zero(currency), Money::plus);
    }

    @Override
    public List<Money> credits(UserId owner) {
        return of(owner)
                .map(charge -> charge.bill().currency())
                .distinct()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .map(currency -> credit(owner, currency))
                .filter(credit -> !credit.isZero())
                .toList();
    }

    @Override
    public Page<Charge> page(UserId owner, PageRequest page) {
        Comparator<Charge> oldestFirst = Comparator.comparing(Charge::at)
                .thenComparing(charge -> charge.id().value().toString());
        Cursor after = page.after();
        var all = of(owner)
                .sorted(oldestFirst.reversed())
                .dropWhile(charge -> after != null && !position(charge).equals(after))
                .skip(after == null ? 0 : 1)
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(all, page.limit(), InMemoryCharges::position);
    }

    private static Cursor position(Charge row) {
        return new Cursor(
                NEWEST_FIRST, List.of(row.at().toString(), row.id().value().toString()));
    }

    private Stream<Charge> of(UserId owner) {
        return rows.stream().filter(charge -> charge.owner().equals(owner));
    }
}
