package dev.mainstay.domain.finance.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.refusal.Invalid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest
    @CsvSource({
        "EUR, USD, 1.1, 100, 110",
        "EUR, JPY, 186.75, 1, 2",
        "EUR, USD, 0.5, 5, 2",
        "EUR, USD, 0.5, 15, 8",
        "EUR, USD, 0.5, -5, -2",
        "JPY, KWD, 0.0021, 1000, 2100"
    })
    void an_amount_is_converted_to_the_nearest_minor_unit_half_to_even(
            String from, String to, BigDecimal value, long minorUnits, long expected) {
        var rate = new Rate(Currency.getInstance(from), Currency.getInstance(to), DAY, value);
        assertEquals(new Money(expected, rate.to()), rate.convert(new Money(minorUnits, rate.from())));
    }

    @Test
    void what_becomes_too_much_is_refused_and_another_currency_is_a_mistake() {
        var rate = new Rate(EuroQuote.EURO, Currency.getInstance("IDR"), DAY, new BigDecimal("20000"));
        assertThrows(Invalid.class, () -> rate.convert(new Money(Money.MOST, EuroQuote.EURO)));
        assertThrows(IllegalArgumentException.class, () -> rate.convert(new Money(1, rate.to())));
    }

    @Test
    void a_cross_rate_goes_through_the_euro_of_one_day() {
        var dollar = quote("USD", DAY, "1.25");
        assertEquals(
                new Rate(dollar.currency(), Currency.getInstance("GBP"), DAY, new BigDecimal("0.64")),
                dollar.to(quote("GBP", DAY, "0.8")));
        assertThrows(IllegalArgumentException.class, () -> dollar.to(quote("GBP", DAY.plusDays(1), "0.8")));
        assertThrows(IllegalArgumentException.class, () -> quote("GBP", DAY, "0"));
    }

    private static EuroQuote quote(String currency, LocalDate day, String perEuro) {
        return new EuroQuote(Currency.getInstance(currency), day, new BigDecimal(perEuro));
    }
}
