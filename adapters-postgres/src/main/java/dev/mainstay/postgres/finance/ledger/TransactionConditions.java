package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.application.finance.ledger.TransactionFilter;
import dev.mainstay.postgres.sql.Conditions;
import java.util.Locale;

/** A filter as conditions of a WHERE on transactions {@code t} and annotations {@code n}. */
final class TransactionConditions {

    private TransactionConditions() {}

    static Conditions of(TransactionFilter filter) {
        var all = new Conditions();
        if (filter.account() != null) {
            all.and(
                    "EXISTS (SELECT FROM finance.posting o WHERE o.transaction = t.id AND o.account = :account)",
                    "account",
                    filter.account().value());
        }
        if (filter.category() != null) {
            all.and(
                    "EXISTS (SELECT FROM finance.posting o WHERE o.transaction = t.id AND o.category = :category)",
                    "category",
                    filter.category().value());
        }
        if (filter.payee() != null) {
            all.and("n.payee = :payee", "payee", filter.payee().value());
        }
        if (filter.tag() != null) {
            all.and(":tag = ANY(n.tags)", "tag", filter.tag());
        }
        all.andAny(
                "t.status = ANY(:status)",
                "status",
                String.class,
                filter.status().stream().map(Enum::name).toList());
        if (filter.from() != null) {
            all.and("t.day >= :from", "from", filter.from());
        }
        if (filter.to() != null) {
            all.and("t.day <= :to", "to", filter.to());
        }
        if (filter.text() != null) {
            all.and(
                    "(position(:text IN t.description_key) > 0 OR position(:text IN lower(n.notes)) > 0)",
                    "text",
                    filter.text().toLowerCase(Locale.ROOT));
        }
        return all;
    }
}
