package dev.mainstay.postgres.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;

/** Further conditions of a WHERE, each after an AND; every value is bound, never written into the SQL. */
public final class Conditions {

    private final StringBuilder sql = new StringBuilder();
    private final List<Consumer<Query>> bindings = new ArrayList<>();

    public void and(String condition) {
        sql.append(" AND ").append(condition);
    }

    /** A condition on one value, under the name that the condition uses. */
    public void and(String condition, String name, Object value) {
        and(condition);
        bindings.add(query -> query.bind(name, value));
    }

    /** A condition on a list of values, as {@code x = ANY(:name)}; none if the list is empty. */
    public <T> void andAny(String condition, String name, Class<T> type, List<T> values) {
        if (!values.isEmpty()) {
            and(condition);
            bindings.add(query -> query.bindArray(name, type, values));
        }
    }

    /** Follows a condition that is there anyway; empty without conditions. */
    public String sql() {
        return sql.toString();
    }

    public Query bind(Query query) {
        bindings.forEach(binding -> binding.accept(query));
        return query;
    }
}
