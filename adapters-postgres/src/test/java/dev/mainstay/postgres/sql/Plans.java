package dev.mainstay.postgres.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.postgresql.PGStatement;

/** The plans of the very statements that some reading runs. */
public final class Plans {

    private Plans() {}

    /** Runs the reading, and then each of its statements again as {@code EXPLAIN (ANALYZE, BUFFERS)}; one text for each. */
    public static List<String> of(Database database, Runnable reading) {
        return database.run(() -> {
            var statements = new ArrayList<String>();
            database.execute(handle -> handle.getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
                @Override
                public void logBeforeExecution(StatementContext context) {
                    statements.add(withValues(context));
                }
            }));
            reading.run();
            var asked = List.copyOf(statements);
            return database.write(handle ->
                    asked.stream().map(each -> explained(handle, each)).toList());
        });
    }

    /** The driver shows a statement with its values in their places. */
    private static String withValues(StatementContext context) {
        try {
            return String.valueOf(context.getStatement().unwrap(PGStatement.class));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String explained(Handle handle, String statement) {
        var plan = new StringJoiner("\n");
        try (var explaining = handle.getConnection().createStatement();
                var lines = explaining.executeQuery("EXPLAIN (ANALYZE, BUFFERS) " + statement)) {
            while (lines.next()) {
                plan.add(lines.getString(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return plan.toString();
    }
}
