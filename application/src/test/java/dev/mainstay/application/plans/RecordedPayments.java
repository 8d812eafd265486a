package dev.mainstay.application.plans;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.refusal.Unavailable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A provider of payments in memory: declines those by the method {@code declined}, and can be told to lose its answers. */
public final class RecordedPayments implements Payments {

    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private boolean losesAnswers;

    @Override
    public synchronized Answer charge(Order order) {
        orders.putIfAbsent(order.key(), order);
        Answer answer = answers.computeIfAbsent(
                order.key(),
                key -> order.method().token().equals("declined")
                        ? new Answer.Declined("no money")
                        : new Answer.Paid("reference-" + key));
        if (losesAnswers) {
            throw new Unavailable("payments_unavailable", "The provider does not answer.", Duration.ofMinutes(1));
        }
        return answer;
    }

    /** From now on money is taken, or not, and nobody is told. */
    public synchronized void loseAnswers(boolean lost) {
        losesAnswers = lost;
    }

    /** What the user has paid, in the order of the taking. */
    public synchronized List<Money> takenFrom(UserId user) {
        return orders.values().stream()
                .filter(order -> order.user().equals(user))
                .filter(order -> answers.get(order.key()) instanceof Answer.Paid)
                .map(Order::amount)
                .map(Objects::requireNonNull)
                .toList();
    }
}
