package dev.mainstay.application.finance.rates;

import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.finance.rates.EuroQuote;
import dev.mainstay.domain.finance.rates.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rates without a database. */
public final class InMemoryRates implements ExchangeRates, EuroQuotes {

    private record Key(Currency currency, LocalDate day) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTable<Key, EuroQuote> quotes;

    public InMemoryRates(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.quotes = new InMemoryTable<>(transactions);
    }

    @Override
    public void takeTurns() {
        transactions.requireActive();
    }

    @Override
    public Map<LocalDate, Map<Currency, BigDecimal>> between(LocalDate first, LocalDate last) {
        var found = new HashMap<LocalDate, Map<Currency, BigDecimal>>();
        quotes.stream()
                .filter(each -> !each.day().isBefore(first) && !each.day().isAfter(last))
                .forEach(each -> found.computeIfAbsent(each.day(), day -> new HashMap<>())
                        .put(each.currency(), each.perEuro()));
        return found;
    }

    @Override
    public void storeAll(Collection<EuroQuote> stored) {
        stored.forEach(each -> quotes.put(new Key(each.currency(), each.day()), each));
    }

    @Override
    public Set<Currency> known() {
        return quotes.stream().map(EuroQuote::currency).collect(Collectors.toSet());
    }

    @Override
    public Optional<Rate> find(Currency from, Currency to, LocalDate day) {
        if (from.equals(to)) {
            return Optional.of(new Rate(from, to, day, BigDecimal.ONE));
        }
        var published = days(EuroQuote.EURO, EuroQuote.EURO, LocalDate.MIN, day).stream()
                .findFirst();
        return published.flatMap(last -> days(from, to, last.minusDays(EuroQuote.MISSED_DAYS), day).stream()
                .findFirst()
                .map(each -> rate(from, to, each)));
    }

    @Override
    public Page<Rate> history(Currency from, Currency to, LocalDate first, LocalDate last, PageRequest page) {
        var after = page.after();
        LocalDate until = after == null
                ? last
                : LocalDate.parse(after.values().getFirst()).minusDays(1);
        var rows = days(from, to, first, until).stream()
                .limit(page.limit() + 1)
                .map(each -> rate(from, to, each))
                .toList();
        return Page.of(
                rows,
                page.limit(),
                row -> new Cursor(LATEST_FIRST, List.of(row.day().toString())));
    }

    private List<LocalDate> days(Currency from, Currency to, LocalDate first, LocalDate last) {
        return quotes.stream()
                .filter(each -> each.currency().equals(from))
                .map(EuroQuote::day)
                .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                .filter(day -> quotes.find(new Key(to, day)).isPresent())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private Rate rate(Currency from, Currency to, LocalDate day) {
        return quotes.find(new Key(from, day))
                .orElseThrow()
                .to(quotes.find(new Key(to, day)).orElseThrow());
    }
}
