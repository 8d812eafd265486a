package dev.mainstay.application.plans;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.PaymentMethod;

/** Takes money from users; somebody else's system. */
public interface Payments {

    /**
     * Takes the amount, once for each key: a repeat takes nothing more and gets the first answer. Never called inside a transaction.
     *
     * @throws dev.mainstay.domain.refusal.Unavailable if it is not known what became of it; to be repeated with the same key
     */
    Answer charge(Order order);

    /**
     * What to take.
     *
     * @param key names this one try for ever
     * @param amount positive
     * @param what a line for the user's statement
     */
    record Order(String key, UserId user, PaymentMethod method, Money amount, String what) {}

    /** What the provider says. */
    sealed interface Answer {
        /** The money is taken; the provider knows it by the reference. */
        record Paid(String reference) implements Answer {}

        /** It is not, and why. */
        record Declined(String why) implements Answer {}
    }
}
