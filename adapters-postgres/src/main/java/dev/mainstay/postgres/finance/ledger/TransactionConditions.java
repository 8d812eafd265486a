package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.application.finance.ledger.TransactionFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/** A filter as conditions of a WHERE on transactions {@code t} and annotations {@code n}; every value is bound, never written into the SQL. */
final class TransactionConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final TransactionFilter filter;

    private TransactionConditions(TransactionFilter filter) {
        this.filter = filter;
    }

    static TransactionConditions of(TransactionFilter filter) {
        var all = new TransactionConditions(filter);
        all.collect();
        return all;
    }

    String sql() {
        return String.join("", conditions);
    }

    Query bind(Query query) {
        values.forEach(query::bind);
        if (!filter.status().isEmpty()) {
            query.bindArray(
                    "status",
                    String.class,
                    filter.status().stream().map(Enum::name).toArray());
        }
        return query;
    }

    private void collect() {
        if (filter.account() != null) {
            and(
                    "EXISTS (SELECT FROM finance.posting o WHERE o.transaction = t.id AND o.account = :account)",
                    "account",
                    filter.account().value());
        }
        if (filter.category() != null) {
            and(
                    "EXISTS (SELECT FROM finance.posting o WHERE o.transaction = t.id AND o.category = :category)",
                    "category",
                    filter.category().value());
        }
        if (filter.payee() != null) {
            and("n.payee = :payee", "payee", filter.payee().value());
        }
        if (filter.tag() != null) {
            and(":tag = ANY(n.tags)", "tag", filter.tag());
        }
        if (!filter.status().isEmpty()) {
            conditions.add(" AND t.status = ANY(:status)");
        }
        if (filter.from() != null) {
            and("t.day >= :from", "from", filter.from());
        }
        if (filter.to() != null) {
            and("t.day <= :to", "to", filter.to());
        }
        if (filter.text() != null) {
            and(
                    "(position(:text IN t.description_key) > 0 OR position(:text IN lower(n.notes)) > 0)",
                    "text",
                    filter.text().toLowerCase(Locale.ROOT));
        }
    }

    private void and(String condition, String name, Object value) {
        conditions.add(" AND " + condition);
        values.put(name, value);
    }
}
