package dev.mainstay.http.money;

import dev.mainstay.domain.money.Currencies;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.refusal.Invalid;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money. It is text, for a JSON number is a binary fraction to most clients.
 *
 * @param amount a plain decimal of at most as many digits after the point as the currency has
 * @param currency a code of ISO 4217
 */
@Serdeable
@Schema(
        name = "Money",
        requiredProperties = {"amount", "currency"},
        example = """
                {"amount":"12.34","currency":"EUR"}""")
public record MoneyJson(@Nullable String amount, @Nullable String currency) {

    public static MoneyJson from(Money money) {
        return new MoneyJson(money.decimal().toPlainString(), money.currency().getCurrencyCode());
    }

    /**
     * The amount.
     *
     * @param field the path of the field that holds this
     * @throws Invalid naming {@code field.amount} or {@code field.currency}
     */
    public Money toMoney(String field) {
        if (currency == null) {
            throw new Invalid(field + ".currency", "missing", "is required");
        }
        if (amount == null) {
            throw new Invalid(field + ".amount", "missing", "is required");
        }
        return Money.parse(field + ".amount", amount, Currencies.named(field + ".currency", currency));
    }

    /**
     * As {@link #toMoney}.
     *
     * @throws Invalid also if there is none
     */
    public static Money required(String field, @Nullable MoneyJson json) {
        if (json == null) {
            throw new Invalid(field, "missing", "is required");
        }
        return json.toMoney(field);
    }
}
