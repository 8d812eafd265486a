package dev.mainstay.application.finance.ledger;

import dev.mainstay.domain.finance.ledger.Annotation;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.ledger.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as it is shown, with what lies in rows of their own.
 *
 * @param reversedBy what took it back; null if nothing did
 * @param attachments how many it has
 */
public record RecordedTransaction(
        Transaction transaction,
        Annotation annotation,
        @Nullable TransactionId reversedBy,
        int attachments) {}
