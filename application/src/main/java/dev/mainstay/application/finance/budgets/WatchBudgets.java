package dev.mainstay.application.finance.budgets;

import dev.mainstay.application.finance.budgets.Budgets.Watching;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.InTransaction;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.finance.ledger.CategoryChanged;
import dev.mainstay.domain.finance.ledger.TransactionPosted;
import dev.mainstay.domain.identity.UserId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks at the budgets that posted transactions count for, in their transaction: their lock makes those who spend on one take turns, so
 * that whoever reaches a threshold sees it. A transaction counts for the period of its own accounting day; where a budget rolls over,
 * what is spent on a day of the past is missing today, and today's period is looked at too. What is posted at once is looked at once.
 *
 * <p>A category that moves takes what was spent on it along: the budgets that count it now are looked at in today's period, as they are
 * when a limit is lowered.
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
        onAll(List.of(event), events);
    }

    @Override
    public void onAll(List<DomainEvent> raised, Events events) {
        raised.stream()
                .filter(TransactionPosted.class::isInstance)
                .map(TransactionPosted.class::cast)
                .filter(posted -> !posted.categories().isEmpty())
                .collect(Collectors.groupingBy(TransactionPosted::owner, LinkedHashMap::new, Collectors.toList()))
                .forEach((owner, posted) -> look(owner, posted, events));
        raised.stream()
                .filter(CategoryChanged.class::isInstance)
                .map(CategoryChanged.class::cast)
                .forEach(changed -> look(changed, events));
    }

    private void look(CategoryChanged changed, Events events) {
        for (var watching : budgets.lockWatching(changed.owner(), Set.of(changed.category()))) {
            crossings.tell(watching.budget(), Set.of(today(changed.owner())), events);
        }
    }

    private void look(UserId owner, List<TransactionPosted> posted, Events events) {
        var categories =
                posted.stream().flatMap(each -> each.categories().stream()).collect(Collectors.toSet());
        for (var watching : budgets.lockWatching(owner, categories)) {
            crossings.tell(watching.budget(), days(owner, watching, posted), events);
        }
    }

    private Set<LocalDate> days(UserId owner, Watching watching, List<TransactionPosted> posted) {
        var days = posted.stream()
                .filter(each -> !Collections.disjoint(each.categories(), watching.counted()))
                .map(TransactionPosted::day)
                .collect(Collectors.toCollection(TreeSet::new));
        if (watching.budget().rollsOver()) {
            var today = today(owner);
            if (!days.headSet(today).isEmpty()) {
                days.add(today);
            }
        }
        return days;
    }

    private LocalDate today(UserId owner) {
        return LocalDate.ofInstant(clock.instant(), zones.of(owner));
    }
}
