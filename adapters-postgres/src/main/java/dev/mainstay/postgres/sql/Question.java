package dev.mainstay.postgres.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A query with its parameters that is asked together with others. */
final class Question {

    private final String sql;
    private final List<Setting> settings = new ArrayList<>();
    private final CompletableFuture<ResultSet> answer = new CompletableFuture<>();

    private Question(String sql) {
        this.sql = sql;
    }

    /** What is done with a question when its statement is executed; returns when it has its answer. */
    interface Listener {
        void ask(Question question) throws SQLException;
    }

    /** Sets a parameter, so many places further on than its statement alone has it. */
    private interface Setting {
        void apply(PreparedStatement statement, int offset) throws SQLException;
    }

    /** The connection, but for its prepared statements, which ask the listener, and for closing it, which does nothing. */
    static Connection keptBack(Connection connection, Listener listener) {
        return proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "close" -> null;
            case "prepareStatement" -> new Question((String) arguments[0]).statement((Connection) proxy, listener);
            default -> call(method, connection, arguments);
        });
    }

    /**
     * Sends all as one statement, {@code a; b; c}: the driver writes a message for each and one Sync, and PostgreSQL runs them up to the
     * first that fails (<a href="https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING">pipelining</a>). It is closed
     * together with its connection, for others read from it until then.
     *
     * @throws SQLException if any failed; none has an answer then
     */
    static void askAll(Connection connection, List<Question> questions) throws SQLException {
        var statement = connection.prepareStatement(
                questions.stream().map(question -> question.sql).collect(Collectors.joining("\n;\n")));
        int offset = 0;
        for (var question : questions) {
            for (var setting : question.settings) {
                setting.apply(statement, offset);
            }
            offset += question.settings.size();
        }
        statement.execute();
        var answers = new ArrayList<ResultSet>();
        do {
            answers.add(statement.getResultSet());
        } while (statement.getMoreResults(Statement.KEEP_CURRENT_RESULT));
        for (int i = 0; i < questions.size(); i++) {
            questions.get(i).answer.complete(answers.get(i));
        }
    }

    void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    void await() throws SQLException {
        result();
    }

    private ResultSet result() throws SQLException {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw failed;
        }
    }

    private PreparedStatement statement(Connection connection, Listener listener) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (arguments != null && arguments.length > 1 && method.getName().startsWith("set")) {
                settings.add((all, offset) -> {
                    Object[] moved = arguments.clone();
                    moved[0] = (int) arguments[0] + offset;
                    call(method, all, moved);
                });
                return null;
            }
            return switch (method.getName()) {
                case "execute" -> {
                    listener.ask(this);
                    yield true;
                }
                case "getResultSet" -> result();
                case "getConnection" -> connection;
                case "close" -> null;
                case "toString" -> sql;
                default ->
                    throw new SQLFeatureNotSupportedException(
                            method.getName() + " of a statement that is asked together with others");
            };
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Question.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Method method, Object target, Object @Nullable [] arguments)
            throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (IllegalAccessException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
