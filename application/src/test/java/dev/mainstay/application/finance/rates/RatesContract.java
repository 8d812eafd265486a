package dev.mainstay.application.finance.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.finance.rates.EuroQuote;
import dev.mainstay.domain.finance.rates.Rate;
import dev.mainstay.domain.refusal.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every store of rates does. */
public abstract class RatesContract {

    private static final Currency EUR = EuroQuote.EURO;
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency HRK = Currency.getInstance("HRK");

    /** Friday, 30 December 2022, is the last of the kuna; then come a day without publication and two without the kuna. */
    private static final LocalDate FRIDAY = LocalDate.parse("2022-12-30");

    protected abstract Transactions transactions();

    protected abstract ExchangeRates rates();

    protected abstract EuroQuotes quotes();

    @ParameterizedTest
    @CsvSource({
        "EUR, USD, 2022-12-29, ",
        "EUR, USD, 2022-12-30, 1.0666",
        "EUR, USD, 2023-01-01, 1.0666",
        "EUR, USD, 2023-01-02, 1.0683",
        "EUR, USD, 2031-01-01, 1.06",
        "USD, EUR, 2022-12-30, 0.9375585974123383",
        "USD, HRK, 2022-12-30, 7.064504031501969",
        "EUR, HRK, 2023-01-03, 7.535",
        "EUR, HRK, 2023-01-20, ",
        "USD, HRK, 2023-01-20, ",
        "EUR, JPY, 2023-01-03, ",
        "EUR, EUR, 2023-01-03, 1"
    })
    void the_latest_on_or_before_is_found_until_a_currency_ends(String from, String to, LocalDate day, String value) {
        store();
        assertThat(rates().find(Currency.getInstance(from), Currency.getInstance(to), day)
                        .map(rate -> rate.value().toPlainString()))
                .isEqualTo(Optional.ofNullable(value));
    }

    @Test
    void a_rate_names_the_day_it_is_of_and_none_is_a_refusal_that_names_pair_and_day() {
        store();
        assertThat(rates().onOrBefore(EUR, HRK, FRIDAY.plusDays(4)).day()).isEqualTo(FRIDAY);
        assertThatThrownBy(() -> rates().onOrBefore(USD, HRK, FRIDAY.minusDays(1)))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.code()).isEqualTo("rate_unknown");
                    assertThat(refused).hasMessageContainingAll("USD", "HRK", "2022-12-29");
                });
    }

    @Test
    void the_history_comes_latest_first_in_pages_and_within_the_days_asked_for() {
        store();
        var first = rates().history(EUR, USD, FRIDAY, FRIDAY.plusDays(30), new PageRequest(2, null));
        var second = rates().history(EUR, USD, FRIDAY, FRIDAY.plusDays(30), new PageRequest(2, first.next()));

        assertThat(first.items())
                .extracting(Rate::day)
                .containsExactly(LocalDate.parse("2023-01-16"), LocalDate.parse("2023-01-02"));
        assertThat(second.items()).extracting(Rate::day).containsExactly(FRIDAY);
        assertThat(second.next()).isNull();
        assertThat(rates().history(USD, HRK, FRIDAY, FRIDAY.plusDays(30), new PageRequest(9, null))
                        .items())
                .hasSize(1);
        assertThat(rates().history(EUR, USD, FRIDAY.plusDays(1), FRIDAY.plusDays(2), new PageRequest(9, null))
                        .items())
                .isEmpty();
    }

    @Test
    void a_quote_that_is_stored_again_takes_the_place_of_the_first() {
        store();
        transactions().run(() -> {
            quotes().takeTurns();
            quotes().storeAll(List.of(quote("USD", "2022-12-30", "1.07")));
            return true;
        });

        assertThat(quotes().between(FRIDAY, FRIDAY.plusDays(2)))
                .isEqualTo(Map.of(
                        FRIDAY,
                        Map.of(EUR, BigDecimal.ONE, USD, new BigDecimal("1.07"), HRK, new BigDecimal("7.535"))));
        assertThat(quotes().known()).containsExactlyInAnyOrder(EUR, USD, HRK);
    }

    private void store() {
        transactions().run(() -> {
            quotes().takeTurns();
            quotes().storeAll(List.of(
                    quote("EUR", "2022-12-30", "1"),
                    quote("USD", "2022-12-30", "1.0666"),
                    quote("HRK", "2022-12-30", "7.535"),
                    quote("EUR", "2023-01-02", "1"),
                    quote("USD", "2023-01-02", "1.0683"),
                    quote("EUR", "2023-01-16", "1"),
                    quote("USD", "2023-01-16", "1.06")));
            return true;
        });
    }

    private static EuroQuote quote(String currency, String day, String perEuro) {
        return new EuroQuote(Currency.getInstance(currency), LocalDate.parse(day), new BigDecimal(perEuro));
    }
}
