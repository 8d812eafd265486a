package dev.mainstay.application.finance.budgets;

import static dev.mainstay.application.finance.books.BareBooks.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.application.finance.budgets.SpendingReader.Window;
import dev.mainstay.domain.finance.budgets.DayRange;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every reader of spending says. */
public abstract class SpendingReaderContract {

    protected abstract BareBooks books();

    protected abstract SpendingReader reader();

    @Test
    void it_sums_a_category_and_those_below_by_currency_less_what_came_back() {
        var ann = books().newUser();
        var euros = books().account(ann, "EUR");
        var dollars = books().account(ann, "USD");
        var food = books().category(ann, CategoryKind.EXPENSE, null);
        var sweets = books().category(ann, CategoryKind.EXPENSE, food);
        var rent = books().category(ann, CategoryKind.EXPENSE, null);
        books().spend(ann, "2026-02-28", "1.00 EUR", euros, food);
        books().spend(ann, "2026-03-01", "10.00 EUR", euros, food);
        books().spend(ann, "2026-03-31", "2.50 EUR", euros, sweets);
        books().spend(ann, "2026-03-31", "-0.50 EUR", euros, sweets);
        books().spend(ann, "2026-03-15", "7.00 USD", dollars, food);
        books().spend(ann, "2026-03-15", "800.00 EUR", euros, rent);
        books().spend(ann, "2026-04-01", "99.00 EUR", euros, food);
        books().spend(ann, "2026-05-01", "5.00 EUR", euros, food);
        books().spend(ann, "2026-05-02", "-5.00 EUR", euros, food);

        assertThat(reader().spent(
                                ann,
                                List.of(
                                        window(food, "2026-03-01", "2026-04-01"),
                                        window(food, "2026-03-01", "2026-03-01"),
                                        window(sweets, "2026-01-01", "2027-01-01"),
                                        window(food, "2026-05-01", "2026-06-01"))))
                .containsExactly(
                        List.of(money("12.00 EUR"), money("7.00 USD")),
                        List.of(),
                        List.of(money("2.00 EUR")),
                        List.of());
        assertThat(reader().spent(books().newUser(), List.of(window(food, "2026-01-01", "2027-01-01"))))
                .containsExactly(List.of());
    }

    private static Window window(CategoryId category, String from, String until) {
        return new Window(category, new DayRange(LocalDate.parse(from), LocalDate.parse(until)));
    }
}
