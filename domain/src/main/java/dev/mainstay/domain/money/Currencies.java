package dev.mainstay.domain.money;

import dev.mainstay.domain.refusal.Invalid;
import java.util.Currency;

/** The currencies of ISO 4217 that have a minor unit, those that have ended included: old statements and rates name them. */
public final class Currencies {

    private Currencies() {}

    /**
     * The currency of that code.
     *
     * @param field the path of the field that holds the code
     * @throws Invalid if there is none, or it is a metal, a unit of account or a test code, which have no minor unit
     */
    public static Currency named(String field, String code) {
        try {
            var currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            throw unknown(field, code);
        }
        throw unknown(field, code);
    }

    private static Invalid unknown(String field, String code) {
        String shown = code.length() <= 8 ? ", was " + code : "";
        return new Invalid(field, "unknown_currency", "must be a currency of ISO 4217, such as EUR" + shown);
    }
}
