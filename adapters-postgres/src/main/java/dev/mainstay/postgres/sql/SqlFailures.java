package dev.mainstay.postgres.sql;

import dev.mainstay.application.writing.Transactions.Contention;
import dev.mainstay.domain.refusal.Unavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/** What an SQL failure means to a caller. A failure that means nothing in particular stays as it is and ends as a 500. */
public final class SqlFailures {

    private SqlFailures() {}

    /** Names the constraint that the failed statement broke, so that a repository can say what that means. */
    public static Optional<String> violatedConstraint(Throwable failure) {
        return sqlException(failure)
                .filter(cause -> cause.getSQLState() != null && cause.getSQLState().startsWith("23"))
                .filter(PSQLException.class::isInstance)
                .map(PSQLException.class::cast)
                .map(PSQLException::getServerErrorMessage)
                .map(message -> message.getConstraint());
    }

    static RuntimeException translate(RuntimeException failure) {
        var cause = sqlException(failure);
        if (cause.isEmpty()) {
            return failure;
        }
        SQLException sql = cause.get();
        if (isConnectionLost(sql) || sql instanceof SQLTransientConnectionException) {
            var unavailable = new Unavailable(
                    "database_unavailable", "The database is away; nothing was stored.", Duration.ofSeconds(2));
            unavailable.addSuppressed(failure);
            return unavailable;
        }
        return switch (String.valueOf(sql.getSQLState())) {
            case "40001", "40P01", "55P03" -> new Contention(failure);
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
