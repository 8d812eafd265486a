package dev.mainstay.domain.plans;

import dev.mainstay.domain.refusal.Invalid;
import java.util.regex.Pattern;

/** What the provider of payments knows a user's means of paying by. It is worth money, so it is shown nowhere. */
public record PaymentMethod(String token) {

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /**
     * Checks the form.
     *
     * @throws Invalid naming the field {@code paymentMethod}
     */
    public PaymentMethod {
        if (!VISIBLE_ASCII.matcher(token).matches()) {
            throw new Invalid("paymentMethod", "malformed", "must be 1 to 255 visible ASCII characters");
        }
    }

    @Override
    public String toString() {
        return "PaymentMethod[…]";
    }
}
