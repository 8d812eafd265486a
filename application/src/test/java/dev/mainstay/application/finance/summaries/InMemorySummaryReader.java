package dev.mainstay.application.finance.summaries;

import dev.mainstay.application.finance.books.InMemoryBareBooks;
import dev.mainstay.application.finance.books.InMemoryBareBooks.Entry;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToAccount;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToCategory;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToNominal;
import dev.mainstay.domain.finance.summaries.Turnover;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Sums up postings one by one; things are called as their ids. */
public final class InMemorySummaryReader implements SummaryReader {

    private final InMemoryBareBooks books;

    public InMemorySummaryReader(InMemoryBareBooks books) {
        this.books = books;
    }

    private record Place(String key, String currency) {}

    @Override
    public List<List<Line>> turnovers(UserId owner, List<LocalDate> boundaries, Grouping by) {
        return IntStream.range(1, boundaries.size())
                .mapToObj(next -> inRange(owner, boundaries.get(next - 1), boundaries.get(next), by))
                .toList();
    }

    private List<Line> inRange(UserId owner, LocalDate from, LocalDate until, Grouping by) {
        Map<Place, Turnover> sums =
                new TreeMap<>(Comparator.comparing(Place::key).thenComparing(Place::currency));
        books.entries(owner)
                .filter(entry -> !entry.day().isBefore(from) && entry.day().isBefore(until))
                .forEach(entry -> key(entry, by)
                        .ifPresent(key -> sums.merge(
                                new Place(
                                        key, entry.posting().amount().currency().getCurrencyCode()),
                                turnover(entry),
                                Turnover::plus)));
        return sums.entrySet().stream()
                .map(sum -> new Line(
                        sum.getKey().key(), by.ofTime() ? "" : sum.getKey().key(), sum.getValue()))
                .toList();
    }

    private static Optional<String> key(Entry entry, Grouping by) {
        return switch (entry.posting().target()) {
            case ToAccount(LedgerAccountId account) ->
                by == Grouping.ACCOUNT ? Optional.of(account.value().toString()) : Optional.empty();
            case ToCategory(CategoryId category) ->
                switch (by) {
                    case ACCOUNT -> Optional.empty();
                    case CATEGORY -> Optional.of(category.value().toString());
                    case DAY -> Optional.of(entry.day().toString());
                    case WEEK ->
                        Optional.of(entry.day()
                                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .toString());
                    case MONTH -> Optional.of(entry.day().withDayOfMonth(1).toString());
                };
            case ToNominal ignored -> Optional.empty();
        };
    }

    private Turnover turnover(Entry entry) {
        Money amount = entry.posting().amount();
        Money none = Money.zero(amount.currency());
        boolean spent = entry.posting().target() instanceof ToCategory(CategoryId id)
                ? books.category(id).orElseThrow().kind() == CategoryKind.EXPENSE
                : amount.sign() < 0;
        if (entry.posting().target() instanceof ToCategory) {
            return spent ? new Turnover(none, amount) : new Turnover(amount.negated(), none);
        }
        return spent ? new Turnover(none, amount.negated()) : new Turnover(amount, none);
    }
}
