package dev.mainstay.application.finance.summaries;

import dev.mainstay.application.finance.books.InMemoryBareBooks;
import dev.mainstay.application.finance.books.InMemoryBareBooks.Entry;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToAccount;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sums up postings one by one. */
public final class InMemoryNetWorthReader implements NetWorthReader {

    private final InMemoryBareBooks books;

    public InMemoryNetWorthReader(InMemoryBareBooks books) {
        this.books = books;
    }

    @Override
    public List<Money> now(UserId owner) {
        Map<String, Money> sums = new TreeMap<>();
        books.accounts(owner)
                .forEach(account -> sums.put(account.currency().getCurrencyCode(), Money.zero(account.currency())));
        inAccounts(owner)
                .map(entry -> entry.posting().amount())
                .forEach(amount -> sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus));
        return List.copyOf(sums.values());
    }

    @Override
    public List<Change> changes(UserId owner, LocalDate first, LocalDate last) {
        Map<LocalDate, Map<String, Long>> sums = new TreeMap<>();
        inAccounts(owner)
                .filter(entry -> !entry.day().isAfter(last))
                .forEach(entry -> sums.computeIfAbsent(
                                entry.day().isBefore(first) ? first : entry.day(), day -> new TreeMap<>())
                        .merge(
                                entry.posting().amount().currency().getCurrencyCode(),
                                entry.posting().amount().minorUnits(),
                                Math::addExact));
        return sums.entrySet().stream()
                .flatMap(day -> day.getValue().entrySet().stream()
                        .filter(sum -> sum.getValue() != 0)
                        .map(sum -> new Change(
                                day.getKey(), new Money(sum.getValue(), Currency.getInstance(sum.getKey())))))
                .toList();
    }

    private Stream<Entry> inAccounts(UserId owner) {
        return books.entries(owner).filter(entry -> entry.posting().target() instanceof ToAccount);
    }
}
