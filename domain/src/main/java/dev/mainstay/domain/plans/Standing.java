package dev.mainstay.domain.plans;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How it stands with a subscription. All but an ended one are live: their user has what the plan allows. */
public sealed interface Standing {

    /** Had for nothing until the period ends. */
    record Trialing() implements Standing {}

    /** Paid, or being paid. */
    record Active() implements Standing {}

    /**
     * The charge for the current period was declined. It is tried again a day, three days and seven days later, and at once with each
     * new payment method; after the last the subscription ends.
     *
     * @param since the first refusal
     * @param retryAt when it is tried again
     */
    record PastDue(Instant since, Instant retryAt) implements Standing {

        private static final List<Duration> RETRIES =
                List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7));

        static Optional<Standing> after(Instant since, Instant now) {
            return RETRIES.stream()
                    .map(since::plus)
                    .filter(now::isBefore)
                    .findFirst()
                    .map(retryAt -> new PastDue(since, retryAt));
        }
    }

    /** Ends with its period, unless its user wants to keep it. */
    record Cancelled(Instant at) implements Standing {}

    /** Over. */
    record Ended(Instant at, Reason reason) implements Standing {}

    /** Why a subscription is over. */
    enum Reason {
        CANCELLED,
        PAYMENT_FAILED
    }

    /** The name of a standing, for clients. */
    enum State {
        TRIALING,
        ACTIVE,
        PAST_DUE,
        CANCELLED,
        ENDED
    }

    default State state() {
        return switch (this) {
            case Trialing trialing -> State.TRIALING;
            case Active active -> State.ACTIVE;
            case PastDue due -> State.PAST_DUE;
            case Cancelled cancelled -> State.CANCELLED;
            case Ended ended -> State.ENDED;
        };
    }
}
