package dev.mainstay.application.finance.ledger;

import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.ledger.TransactionStatus;
import dev.mainstay.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A posting in the register of its account.
 *
 * @param line the posting's place in its transaction, from 0
 * @param balance the account's posted balance after it, which a pending one does not change
 */
public record RegisterLine(
        TransactionId transaction,
        int line,
        Instant at,
        LocalDate day,
        TransactionStatus status,
        Origin origin,
        Description description,
        String memo,
        Money amount,
        Money balance) {}
