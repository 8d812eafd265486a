package dev.mainstay.application.finance.rates;

import dev.mainstay.domain.money.Currencies;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.NotFound;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Two currencies whose rate is asked for. */
public record RatePair(Currency from, Currency to) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z]{3}-[A-Za-z]{3}");

    /**
     * Checks them.
     *
     * @throws Invalid if they are one
     */
    public RatePair {
        if (from.equals(to)) {
            throw new Invalid("pair", "same_currency", "must name two currencies");
        }
    }

    /**
     * The pair of a text such as {@code eur-usd}.
     *
     * @throws NotFound if it is none: there is no rate of it
     */
    public static RatePair parse(String text) {
        try {
            return pair(text);
        } catch (Invalid noPair) {
            throw new NotFound("rate_not_found", "A pair is two currencies of ISO 4217, such as eur-usd.");
        }
    }

    private static RatePair pair(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new Invalid("pair", "not_a_pair", "must be two currencies of ISO 4217, such as eur-usd");
        }
        String codes = text.toUpperCase(Locale.ROOT);
        return new RatePair(
                Currencies.named("pair", codes.substring(0, 3)), Currencies.named("pair", codes.substring(4)));
    }

    /** The same two in the order of their codes: both ways round lie at one key. */
    RatePair sorted() {
        return inOrder() ? this : new RatePair(to, from);
    }

    boolean inOrder() {
        return from.getCurrencyCode().compareTo(to.getCurrencyCode()) < 0;
    }

    /** Every two of the currencies, once. */
    static List<RatePair> among(Set<Currency> currencies) {
        return currencies.stream()
                .flatMap(one -> currencies.stream()
                        .filter(other -> one.getCurrencyCode().compareTo(other.getCurrencyCode()) < 0)
                        .map(other -> new RatePair(one, other)))
                .toList();
    }

    /** As {@code eur-usd}. */
    public String text() {
        return (from.getCurrencyCode() + '-' + to.getCurrencyCode()).toLowerCase(Locale.ROOT);
    }
}
