package dev.mainstay.application.finance.statements;

import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.statements.StatementId;

/**
 * A row of a statement that was booked, and as what.
 *
 * @param statement of which it was booked; it may be forgotten by now
 * @param number which row of it it was
 */
public record BookedRow(
        LedgerAccountId account, String fingerprint, TransactionId transaction, StatementId statement, int number) {}
