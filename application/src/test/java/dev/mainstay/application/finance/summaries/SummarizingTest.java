package dev.mainstay.application.finance.summaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.InMemoryViewCache;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.finance.books.InMemoryBareBooks;
import dev.mainstay.application.finance.rates.ExchangeRates;
import dev.mainstay.application.finance.summaries.ShowNetWorth.Every;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.reading.ReadsInMemory;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.finance.ledger.CategoryChanged;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.rates.Rate;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SummarizingTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate KNOWN_FROM = LocalDate.parse("2026-02-01");

    private final TestClock clock = TestClock.at("2026-03-31T21:59:00Z");
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryBareBooks books = new InMemoryBareBooks(transactions);
    private final InMemoryViewCache views = new InMemoryViewCache(transactions, clock);
    private final Writes writes =
            new Writes(transactions, new ViewCatalogue(SummaryViews.all()), views, List.of(), List.of());
    private final ShowSummaries show = new ShowSummaries(
            views, new ReadsInMemory(), new InMemorySummaryReader(books), user -> ZoneId.of("Europe/Berlin"), clock);
    private final ShowNetWorth netWorth = new ShowNetWorth(new InMemoryNetWorthReader(books), new TwoForOne());

    private final UserId ann = books.newUser();
    private final LedgerAccountId euros = books.account(ann, "EUR");
    private final LedgerAccountId dollars = books.account(ann, "USD");
    private final CategoryId food = books.category(ann, CategoryKind.EXPENSE, null);
    private final CategoryId rent = books.category(ann, CategoryKind.EXPENSE, null);

    @Test
    void the_month_stands_beside_the_one_before() {
        spend("2026-02-28", "40.00 EUR", food);
        spend("2026-02-01", "800.00 EUR", rent);
        spend("2026-03-31", "60.00 EUR", food);
        spend("2025-03-01", "1.00 EUR", food);
        spend("2025-02-28", "2.00 EUR", food);
        var summary = show.of(ann).value();

        assertThat(summary.today()).isEqualTo("2026-03-31");
        assertThat(summary.totals().stream().map(SummarizingTest::outs)).containsExactly("60.00 EUR after 840.00 EUR");
        assertThat(summary.categories().stream().map(SummarizingTest::outs))
                .containsExactly("60.00 EUR after 40.00 EUR", "0.00 EUR after 800.00 EUR");
        assertThat(summary.days().stream().map(SummaryReader.Line::key)).containsExactly("2026-03-31");
        assertThat(summary.months().stream().map(SummaryReader.Line::key))
                .containsExactly("2025-03-01", "2026-02-01", "2026-03-01");
    }

    @Test
    void it_is_kept_until_the_books_change_or_the_day_ends() {
        show.of(ann);
        assertThat(show.of(ann).outcome()).isEqualTo(Outcome.HIT);
        writes.perform(events -> events.raise(new CategoryChanged(ann, food)));
        assertThat(show.of(ann).outcome()).isEqualTo(Outcome.MISS);
        assertThat(show.of(ann).outcome()).isEqualTo(Outcome.HIT);

        clock.advance(Duration.ofMinutes(1));
        assertThat(show.of(ann).value().today()).isEqualTo("2026-04-01");
    }

    @Test
    void any_range_stands_beside_the_one_of_equal_length_before() {
        spend("2026-03-01", "1.00 EUR", food);
        spend("2026-03-07", "2.00 EUR", food);
        spend("2026-03-08", "4.00 EUR", food);
        spend("2026-03-14", "8.00 EUR", food);
        var week = show.between(ann, day("2026-03-08"), day("2026-03-14"), Grouping.CATEGORY);

        assertThat(week.previousFrom()).isEqualTo("2026-03-01");
        assertThat(week.lines().stream().map(SummarizingTest::outs)).containsExactly("12.00 EUR after 3.00 EUR");
        var days = show.between(ann, day("2026-03-08"), day("2026-03-14"), Grouping.DAY);
        assertThat(days.lines().stream().map(SummarizingTest::outs))
                .containsExactly("4.00 EUR after 0.00 EUR", "8.00 EUR after 0.00 EUR");
        assertThat(days.totals()).isEqualTo(week.totals());
        for (String to : List.of("2026-03-07", "2199-01-01", "2200-01-01")) {
            assertThatExceptionOfType(Invalid.class)
                    .as(to)
                    .isThrownBy(() -> show.between(ann, day("2026-03-08"), day(to), Grouping.DAY));
        }
    }

    @Test
    void net_worth_is_of_the_ends_of_days_weeks_and_months() {
        spend("2026-01-01", "-100.00 EUR", food);
        spend("2026-03-04", "10.00 EUR", food);
        spend("2026-03-04", "-50.00 USD", dollars);

        assertThat(points(Every.MONTH, "2026-01-15", "2026-03-05", null))
                .containsExactly(
                        "2026-01-31 [100.00 EUR]", "2026-02-28 [100.00 EUR]", "2026-03-05 [90.00 EUR, 50.00 USD]");
        assertThat(points(Every.WEEK, "2026-02-28", "2026-03-02", null))
                .containsExactly("2026-03-01 [100.00 EUR]", "2026-03-02 [100.00 EUR]");
        assertThat(points(Every.DAY, "2026-03-03", "2026-03-04", EUR))
                .containsExactly("2026-03-03 [100.00 EUR]", "2026-03-04 [115.00 EUR]");
        assertThat(points(Every.DAY, "2025-12-31", "2025-12-31", EUR)).containsExactly("2025-12-31 [0.00 EUR]");
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> points(Every.DAY, "2025-01-01", "2026-03-01", null));
    }

    @Test
    void a_rate_that_is_not_known_is_refused_where_there_is_something_to_convert() {
        spend("2026-01-10", "-50.00 USD", dollars);

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> points(Every.DAY, "2026-01-09", "2026-01-10", EUR))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("rate_unknown"));
        assertThat(points(Every.DAY, "2026-01-09", "2026-01-09", EUR)).hasSize(1);
        assertThat(points(Every.DAY, "2026-02-01", "2026-02-01", EUR)).containsExactly("2026-02-01 [25.00 EUR]");
    }

    private List<String> points(Every every, String from, String to, @Nullable Currency wanted) {
        return netWorth.handle(ann, day(from), day(to), every, wanted).stream()
                .map(point -> point.day() + " " + point.amounts())
                .toList();
    }

    private static String outs(Comparison line) {
        return line.turnover().out() + " after " + line.before().out();
    }

    private void spend(String day, String amount, CategoryId category) {
        books.spend(ann, day, amount, euros, category);
    }

    private void spend(String day, String amount, LedgerAccountId account) {
        books.spend(ann, day, amount, account, food);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** Two dollars are a euro, since February. */
    private static final class TwoForOne implements ExchangeRates {
        @Override
        public Optional<Rate> find(Currency from, Currency to, LocalDate day) {
            return day.isBefore(KNOWN_FROM)
                    ? Optional.empty()
                    : Optional.of(new Rate(from, to, day, new BigDecimal("0.5")));
        }

        @Override
        public Page<Rate> history(Currency from, Currency to, LocalDate first, LocalDate last, PageRequest page) {
            return new Page<>(List.of(), null);
        }
    }
}
