package dev.mainstay.postgres.sql;

import dev.mainstay.application.writing.Transactions.CommitUnknown;
import dev.mainstay.application.writing.Transactions.Contention;
import dev.mainstay.domain.refusal.Refusal;
import dev.mainstay.domain.refusal.Unavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an SQL failure means to a caller. A failure that means nothing in particular stays as it is and ends as a 500. */
public final class SqlFailures {

    private static final Logger log = LoggerFactory.getLogger(SqlFailures.class);

    private SqlFailures() {}

    /** Names the constraint that the failed statement broke, so that a repository can say what that means. */
    public static Optional<String> violatedConstraint(Throwable failure) {
        // A failed batch is told of by an exception of its own, whose cause says what happened.
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused
                    && String.valueOf(refused.getSQLState()).startsWith("23")) {
                return Optional.ofNullable(refused.getServerErrorMessage()).map(message -> message.getConstraint());
            }
        }
        return Optional.empty();
    }

    /** What has been translated once, or was refused by the rules, stays what it is whatever its cause. */
    public static RuntimeException translate(RuntimeException failure) {
        if (failure instanceof CommitUnknown || failure instanceof Contention || failure instanceof Refusal) {
            return failure;
        }
        var cause = sqlException(failure);
        if (cause.isEmpty()) {
            return failure;
        }
        SQLException sql = cause.get();
        log.debug("sql_failed state={}", sql.getSQLState(), failure);
        if (isConnectionLost(sql) || sql instanceof SQLTransientConnectionException) {
            return Unavailable.databaseAway();
        }
        return switch (String.valueOf(sql.getSQLState())) {
            case "40001", "40P01", "55P03" -> new Contention(failure);
            // Timed out, out of space or memory, or a primary that has become a standby: it may pass.
            case "57014", "53100", "53200", "25006" ->
                new Unavailable(
                        "database_overloaded",
                        "The database could not finish in time; nothing was stored.",
                        Duration.ofSeconds(5));
            default -> failure;
        };
    }

    /** Class 08 (connection), 57P01..57P03 (shutdown, crash, starting up), 25P03/25P04 (timed out by the server), 53300 (full). */
    static boolean isConnectionLost(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08")
                || state.startsWith("57P0")
                || state.equals("25P03")
                || state.equals("25P04")
                || state.equals("53300");
    }

    /** Whether it says something of one statement, and not of the connection, the server or the time that was left. */
    static boolean isOfItsStatement(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return !isConnectionLost(failure) && !state.startsWith("57") && !state.startsWith("53");
    }

    static boolean isConnectionLost(RuntimeException failure) {
        return sqlException(failure).filter(SqlFailures::isConnectionLost).isPresent();
    }

    private static Optional<SQLException> sqlException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
