package dev.mainstay.application.identity;

import dev.mainstay.application.identity.Letters.Recipient;
import dev.mainstay.domain.identity.LetterKind;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings a letter to its recipient: a file in development, SMTP in production (U6). */
public interface CodeDelivery {

    /**
     * Delivers one letter; returning means the next station has accepted it. Never logs address or code.
     *
     * @throws Undelivered if it could not; the queue tries again later
     */
    void deliver(Mail mail);

    /**
     * A letter ready to go.
     *
     * @param code empty when the kind carries none
     * @param goodUntil when the code expires; empty without a code
     */
    record Mail(Recipient to, LetterKind kind, Optional<String> code, Optional<Instant> goodUntil) {
        @Override
        public String toString() {
            return "Mail[" + kind + "]";
        }
    }

    /** The letter could not be handed over. */
    final class Undelivered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        /**
         * A failed hand-over.
         *
         * @param reason what the operator should know, without address or code
         * @param cause goes to the log; null if it might tell address or code
         */
        public Undelivered(String reason, @Nullable Throwable cause) {
            super(reason, cause);
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }
}
