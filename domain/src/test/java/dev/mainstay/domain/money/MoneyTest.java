package dev.mainstay.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mainstay.domain.refusal.Invalid;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource({"12.34,EUR,1234", "-0.05,EUR,-5", "12,EUR,1200", "1234,JPY,1234", "1.234,KWD,1234", "007.5,EUR,750"})
    void an_amount_is_counted_in_the_minor_unit_of_its_currency(String amount, String currency, long minorUnits) {
        assertEquals(
                minorUnits,
                Money.parse("amount", amount, Currency.getInstance(currency)).minorUnits());
    }

    @ParameterizedTest
    @CsvSource({
        "1.234,EUR,too_precise", "1.0,JPY,too_precise", "1.00000,EUR,too_precise", "1e3,EUR,not_an_amount",
        "NaN,EUR,not_an_amount", "+1,EUR,not_an_amount", "'1,00',EUR,not_an_amount", "1.,EUR,not_an_amount",
        "'',EUR,not_an_amount", "10000000000000.00,EUR,out_of_range", "1000000000000000,JPY,out_of_range"
    })
    void what_is_no_amount_of_the_currency_is_refused_with_the_field(String amount, String currency, String code) {
        var refused = assertThrows(
                Invalid.class, () -> Money.parse("postings[0].amount", amount, Currency.getInstance(currency)));
        assertEquals("postings[0].amount", refused.errors().getFirst().field());
        assertEquals(code, refused.errors().getFirst().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAU", "XXX", "eur", "ABC", "", "€"})
    void what_is_no_currency_with_a_minor_unit_is_refused(String code) {
        assertThrows(Invalid.class, () -> Currencies.named("currency", code));
    }

    @ParameterizedTest
    @CsvSource({"0.125,12", "0.135,14", "0.1350001,14", "-0.125,-12", "0.005,0", "0.015,2"})
    void what_lies_half_way_is_rounded_to_the_even_minor_unit(BigDecimal exact, long minorUnits) {
        assertEquals(minorUnits, Money.rounded("amount", exact, EUR).minorUnits());
    }

    @Test
    void a_sum_beyond_64_bits_is_refused_and_not_wrapped() {
        var most = new Money(Long.MAX_VALUE, EUR);
        assertThrows(Invalid.class, () -> most.plus(new Money(1, EUR)));
        assertThrows(Invalid.class, () -> new Money(Long.MIN_VALUE, EUR).negated());
    }

    @Test
    void amounts_of_two_currencies_have_no_sum() {
        assertThrows(
                IllegalArgumentException.class, () -> Money.zero(EUR).plus(Money.zero(Currency.getInstance("JPY"))));
    }

    @Test
    void the_units_left_over_go_to_the_largest_remainders_and_earlier_shares_first() {
        assertEquals(List.of(34L, 33L, 33L), split(100, 1, 1, 1));
        assertEquals(List.of(14L, 29L, 57L), split(100, 1, 2, 4));
        assertEquals(List.of(-34L, -33L, -33L), split(-100, 1, 1, 1));
        assertEquals(List.of(0L, 5L), split(5, 0, 9));
    }

    @Test
    void shares_always_sum_to_the_whole_and_none_is_a_unit_or_more_off_its_quota() {
        var random = new Random(4217);
        for (int run = 0; run < 5_000; run++) {
            long amount = random.nextLong(-Money.MOST, Money.MOST);
            var weights = random.longs(1 + random.nextInt(9), 0, 1L << random.nextInt(1, 62))
                    .boxed()
                    .toList();
            if (weights.stream().allMatch(weight -> weight == 0)) {
                continue;
            }
            var shares = Split.byWeights("shares", new Money(amount, EUR), weights);
            assertEquals(amount, shares.stream().mapToLong(Money::minorUnits).sum());
            var sum = weights.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
            for (int i = 0; i < shares.size(); i++) {
                var off = BigDecimal.valueOf(shares.get(i).minorUnits())
                        .multiply(sum)
                        .subtract(BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(weights.get(i))));
                assertTrue(off.abs().compareTo(sum) < 0, () -> amount + " by " + weights);
            }
        }
    }

    @Test
    void weights_that_share_nothing_out_are_refused() {
        assertThrows(Invalid.class, () -> split(100, 0, 0));
        assertThrows(Invalid.class, () -> split(100));
        assertThrows(Invalid.class, () -> split(100, 1, -1));
    }

    private static List<Long> split(long amount, long... weights) {
        var shares = Split.byWeights(
                "shares",
                new Money(amount, EUR),
                java.util.Arrays.stream(weights).boxed().toList());
        return shares.stream().map(Money::minorUnits).toList();
    }
}
