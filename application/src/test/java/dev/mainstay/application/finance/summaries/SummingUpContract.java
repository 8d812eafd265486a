package dev.mainstay.application.finance.summaries;

import static dev.mainstay.application.finance.books.BareBooks.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.application.finance.summaries.NetWorthReader.Change;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Nominal;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.identity.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every reader of sums says, of turnover and of net worth. */
public abstract class SummingUpContract {

    protected abstract BareBooks books();

    protected abstract SummaryReader summaries();

    protected abstract NetWorthReader netWorth();

    @Test
    void income_and_expenses_are_summed_by_time_and_category_and_moved_money_is_neither() {
        var ann = books().newUser();
        var bank = books().account(ann, "EUR");
        var cash = books().account(ann, "EUR");
        var salary = books().category(ann, CategoryKind.INCOME, null);
        var food = books().category(ann, CategoryKind.EXPENSE, null);
        earn(ann, "2026-03-01", "2000.00 EUR", bank, salary);
        books().spend(ann, "2026-03-01", "30.00 EUR", bank, food);
        books().spend(ann, "2026-03-02", "-5.00 EUR", bank, food);
        books().spend(ann, "2026-03-31", "10.00 EUR", cash, food);
        move(ann, "2026-03-02", "100.00 EUR", bank, cash);

        assertThat(lines(ann, Grouping.DAY))
                .containsExactly(
                        "2026-03-01 2000.00 EUR 30.00 EUR",
                        "2026-03-02 0.00 EUR -5.00 EUR",
                        "2026-03-31 0.00 EUR 10.00 EUR");
        // Sunday the first is of the week before.
        assertThat(lines(ann, Grouping.WEEK))
                .containsExactly(
                        "2026-02-23 2000.00 EUR 30.00 EUR",
                        "2026-03-02 0.00 EUR -5.00 EUR",
                        "2026-03-30 0.00 EUR 10.00 EUR");
        assertThat(lines(ann, Grouping.MONTH)).containsExactly("2026-03-01 2000.00 EUR 35.00 EUR");
        assertThat(lines(ann, Grouping.CATEGORY))
                .containsExactlyInAnyOrder(
                        salary.value() + " 2000.00 EUR 0.00 EUR", food.value() + " 0.00 EUR 35.00 EUR");
        assertThat(lines(ann, Grouping.ACCOUNT))
                .containsExactlyInAnyOrder(
                        bank.value() + " 2005.00 EUR 130.00 EUR", cash.value() + " 100.00 EUR 10.00 EUR");
        assertThat(lines(books().newUser(), Grouping.DAY)).isEmpty();
    }

    @Test
    void ranges_that_follow_each_other_are_read_at_once() {
        var ann = books().newUser();
        var bank = books().account(ann, "EUR");
        var food = books().category(ann, CategoryKind.EXPENSE, null);
        books().spend(ann, "2026-01-31", "1.00 EUR", bank, food);
        books().spend(ann, "2026-02-01", "2.00 EUR", bank, food);
        books().spend(ann, "2026-03-01", "4.00 EUR", bank, food);
        books().spend(ann, "2026-04-30", "8.00 EUR", bank, food);
        books().spend(ann, "2026-05-01", "16.00 EUR", bank, food);
        var boundaries = List.of(day("2026-02-01"), day("2026-03-01"), day("2026-04-01"), day("2026-05-01"));

        for (var by : Grouping.values()) {
            var ranges = summaries().turnovers(ann, boundaries, by);

            assertThat(ranges.stream().map(SummingUpContract::spent))
                    .containsExactly(List.of("2.00 EUR"), List.of("4.00 EUR"), List.of("8.00 EUR"));
            // A week that a boundary divides is in both.
            assertThat(ranges.get(1)).isEqualTo(summaries().turnover(ann, boundaries.get(1), boundaries.get(2), by));
        }
        assertThat(summaries().turnovers(ann, List.of(day("2020-01-01"), day("2020-02-01")), Grouping.DAY))
                .containsExactly(List.of());
    }

    @Test
    void what_is_held_is_known_for_each_currency_and_changes_from_day_to_day() {
        var ann = books().newUser();
        var euros = books().account(ann, "EUR");
        var yen = books().account(ann, "JPY");
        var food = books().category(ann, CategoryKind.EXPENSE, null);
        opens(ann, "2025-01-01", "100.00 EUR", euros);
        opens(ann, "2026-03-02", "5000 JPY", yen);
        books().spend(ann, "2026-02-01", "10.00 EUR", euros, food);
        books().spend(ann, "2026-03-02", "20.00 EUR", euros, food);
        books().spend(ann, "2026-03-03", "1.00 EUR", euros, food);
        books().spend(ann, "2026-03-03", "-1.00 EUR", euros, food);
        books().spend(ann, "2026-04-01", "7.00 EUR", euros, food);

        assertThat(netWorth().now(ann)).containsExactly(money("63.00 EUR"), money("5000 JPY"));
        assertThat(netWorth().changes(ann, day("2026-03-01"), day("2026-03-31")))
                .containsExactly(
                        new Change(day("2026-03-01"), money("90.00 EUR")),
                        new Change(day("2026-03-02"), money("-20.00 EUR")),
                        new Change(day("2026-03-02"), money("5000 JPY")));
        assertThat(netWorth().now(books().newUser())).isEmpty();
    }

    /** The sums of categories are those of days, and what accounts changed by is what was earned less what was spent. */
    @Test
    void however_it_is_cut_it_comes_to_the_same() {
        var random = new Random(20260301);
        var ann = books().newUser();
        var account = books().account(ann, "EUR");
        var categories = new ArrayList<CategoryId>();
        for (int i = 0; i < 3; i++) {
            categories.add(books().category(ann, CategoryKind.EXPENSE, null));
            categories.add(books().category(ann, CategoryKind.INCOME, null));
        }
        for (int i = 0; i < 60; i++) {
            String amount = (random.nextInt(2_000) + 1) + ".00 EUR";
            books().spend(
                            ann,
                            day("2026-03-01").plusDays(random.nextInt(31)).toString(),
                            random.nextBoolean() ? amount : "-" + amount,
                            account,
                            categories.get(random.nextInt(categories.size())));
        }
        var sums = new ArrayList<String>();
        for (var by : List.of(Grouping.DAY, Grouping.WEEK, Grouping.MONTH, Grouping.CATEGORY)) {
            var total = Comparison.totals(read(ann, by), List.of()).getFirst().turnover();
            sums.add(total.in() + " " + total.out());
        }
        assertThat(sums).hasSize(4).containsOnly(sums.getFirst());
        assertThat(netWorth().now(ann))
                .containsExactly(Comparison.totals(read(ann, Grouping.ACCOUNT), List.of())
                        .getFirst()
                        .turnover()
                        .net())
                .containsExactly(Comparison.totals(read(ann, Grouping.MONTH), List.of())
                        .getFirst()
                        .turnover()
                        .net());
    }

    private static List<String> spent(List<SummaryReader.Line> lines) {
        return lines.stream().map(line -> line.turnover().out().toString()).toList();
    }

    private List<SummaryReader.Line> read(UserId owner, Grouping by) {
        return summaries().turnover(owner, day("2026-03-01"), day("2026-04-01"), by);
    }

    private List<String> lines(UserId owner, Grouping by) {
        return read(owner, by).stream()
                .map(line -> line.key() + " " + line.turnover().in() + " "
                        + line.turnover().out())
                .toList();
    }

    private void earn(UserId owner, String day, String amount, LedgerAccountId account, CategoryId category) {
        books().post(
                        owner,
                        day(day),
                        Posting.of(PostingTarget.to(account), money(amount)),
                        Posting.of(PostingTarget.to(category), money(amount).negated()));
    }

    private void move(UserId owner, String day, String amount, LedgerAccountId from, LedgerAccountId to) {
        books().post(
                        owner,
                        day(day),
                        Posting.of(PostingTarget.to(from), money(amount).negated()),
                        Posting.of(PostingTarget.to(to), money(amount)));
    }

    private void opens(UserId owner, String day, String amount, LedgerAccountId account) {
        books().post(
                        owner,
                        day(day),
                        Posting.of(PostingTarget.to(account), money(amount)),
                        Posting.of(
                                PostingTarget.to(Nominal.OPENING), money(amount).negated()));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
