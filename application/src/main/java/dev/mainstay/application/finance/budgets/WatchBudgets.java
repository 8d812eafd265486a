package dev.mainstay.application.finance.budgets;

import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.InTransaction;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.finance.ledger.TransactionPosted;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Looks at the budgets that a posted transaction counts for, in that transaction: their lock makes those who spend on one take turns, so
 * that whoever reaches a threshold sees it. A transaction counts for the period of its own accounting day; where a budget rolls over,
 * what is spent on a day of the past is missing today, and today's period is looked at too.
 */
public final class WatchBudgets implements InTransaction {

    private final Budgets budgets;
    private final Crossings crossings;
    private final UserZones zones;
    private final InstantSource clock;

    public WatchBudgets(Budgets budgets, Crossings crossings, UserZones zones, InstantSource clock) {
        this.budgets = budgets;
        this.crossings = crossings;
        this.zones = zones;
        this.clock = clock;
    }

    @Override
    public void on(DomainEvent event, Events events) {
        if (!(event instanceof TransactionPosted posted) || posted.categories().isEmpty()) {
            return;
        }
        for (var budget : budgets.lockWatching(posted.owner(), posted.categories())) {
            for (var day : budget.rollsOver() ? withToday(posted) : Set.of(posted.day())) {
                crossings.tell(budget, day, events);
            }
        }
    }

    private Set<LocalDate> withToday(TransactionPosted posted) {
        var days = new LinkedHashSet<LocalDate>();
        days.add(posted.day());
        var today = LocalDate.ofInstant(clock.instant(), zones.of(posted.owner()));
        if (today.isAfter(posted.day())) {
            days.add(today);
        }
        return days;
    }
}
