package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.Refusal;
import dev.mainstay.postgres.sql.SqlFailures;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/** What it means when PostgreSQL refuses rows of the books. */
final class LedgerFailures {

    private static final String NUMERIC_VALUE_OUT_OF_RANGE = "22003";

    private LedgerFailures() {}

    /** Runs the work, and refuses as told if it breaks that constraint. */
    static void refusing(String constraint, Supplier<? extends Refusal> refusal, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            if (SqlFailures.violatedConstraint(failure).equals(Optional.of(constraint))) {
                throw refusal.get();
            }
            throw failure;
        }
    }

    /** Runs what adds to balances. */
    static void booking(Runnable work) {
        try {
            refusing("transaction_reversed_once", Transaction::alreadyReversed, work);
        } catch (RuntimeException failure) {
            if (isOverflow(failure)) {
                throw new Invalid(
                        "postings",
                        "out_of_range",
                        "would make a balance greater than can be counted, which is about nine million million million");
            }
            throw failure;
        }
    }

    private static boolean isOverflow(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && NUMERIC_VALUE_OUT_OF_RANGE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
