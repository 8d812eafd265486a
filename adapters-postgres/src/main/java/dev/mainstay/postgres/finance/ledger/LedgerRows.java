package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.AccountKind;
import dev.mainstay.domain.finance.ledger.Category;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.finance.ledger.Payee;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** How accounts, categories and payees lie in their columns, and pages of them by name. */
final class LedgerRows {

    /** Follows a WHERE; the page's place and length are bound by {@link #bindPage}. */
    static final String PAGE_BY_NAME = """
             AND (:afterName::text IS NULL OR (name_key, id) > (:afterName, :afterId::uuid))
            ORDER BY name_key, id
            LIMIT :limit
            """;

    private LedgerRows() {}

    static LedgerAccount account(ResultSet row, StatementContext context) throws SQLException {
        return new LedgerAccount(
                new LedgerAccountId(row.getObject("id", UUID.class)),
                owner(row),
                new Version(row.getLong("version")),
                AccountKind.valueOf(row.getString("kind")),
                new LedgerName(row.getString("name")),
                Currency.getInstance(row.getString("currency")),
                instant(row, "closed_at"),
                required(row, "created_at"));
    }

    static Category category(ResultSet row, StatementContext context) throws SQLException {
        @Nullable UUID parent = row.getObject("parent", UUID.class);
        return new Category(
                new CategoryId(row.getObject("id", UUID.class)),
                owner(row),
                new Version(row.getLong("version")),
                CategoryKind.valueOf(row.getString("kind")),
                new LedgerName(row.getString("name")),
                parent == null ? null : new CategoryId(parent),
                instant(row, "archived_at"));
    }

    static Payee payee(ResultSet row, StatementContext context) throws SQLException {
        @Nullable UUID category = row.getObject("category", UUID.class);
        return new Payee(
                new PayeeId(row.getObject("id", UUID.class)),
                owner(row),
                new Version(row.getLong("version")),
                new LedgerName(row.getString("name")),
                category == null ? null : new CategoryId(category));
    }

    static Query bindPage(Query query, PageRequest page) {
        @Nullable Cursor after = page.after();
        return query.bindByType(
                        "afterName", after == null ? null : after.values().get(0), String.class)
                .bindByType(
                        "afterId",
                        after == null ? null : UUID.fromString(after.values().get(1)),
                        UUID.class)
                .bind("limit", page.limit() + 1);
    }

    static Cursor byName(String order, LedgerName name, UUID id) {
        return new Cursor(order, List.of(name.key(), id.toString()));
    }

    static UserId owner(ResultSet row) throws SQLException {
        return new UserId(row.getObject("owner", UUID.class));
    }

    static @Nullable Instant instant(ResultSet row, String name) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(name, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Instant required(ResultSet row, String name) throws SQLException {
        return Objects.requireNonNull(instant(row, name));
    }
}
