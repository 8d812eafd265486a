package dev.mainstay.application.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.plans.Payments.Answer;
import dev.mainstay.application.plans.Payments.Order;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.PaymentMethod;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** What every provider of payments does. */
public abstract class PaymentsContract {

    protected abstract Payments payments();

    protected abstract UserId newUser();

    /** A payment method that is declined. */
    protected PaymentMethod declined() {
        return new PaymentMethod("declined");
    }

    @Test
    void a_key_is_answered_once_and_then_as_before_whatever_is_sent_with_it() {
        var user = newUser();
        var first = payments().charge(order("k-1", user, new PaymentMethod("card")));

        assertThat(first).isInstanceOf(Answer.Paid.class);
        assertThat(payments().charge(order("k-1", user, new PaymentMethod("card"))))
                .isEqualTo(first);
        assertThat(payments().charge(order("k-1", user, declined()))).isEqualTo(first);
    }

    @Test
    void a_declined_key_stays_declined_and_another_try_needs_another_key() {
        var user = newUser();

        assertThat(payments().charge(order("k-2", user, declined()))).isInstanceOf(Answer.Declined.class);
        assertThat(payments().charge(order("k-2", user, new PaymentMethod("card"))))
                .isInstanceOf(Answer.Declined.class);
        assertThat(payments().charge(order("k-3", user, new PaymentMethod("card"))))
                .isInstanceOf(Answer.Paid.class);
    }

    private static Order order(String key, UserId user, PaymentMethod method) {
        return new Order(key, user, method, new Money(999, Currency.getInstance("EUR")), "plus");
    }
}
