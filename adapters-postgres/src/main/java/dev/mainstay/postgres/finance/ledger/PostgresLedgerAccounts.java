package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.application.finance.ledger.LedgerAccounts;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.postgres.sql.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Accounts in {@code finance.account}. */
public final class PostgresLedgerAccounts implements LedgerAccounts {

    private static final String SELECT = """
            SELECT id, owner, version, kind, name, currency, closed_at, created_at
            FROM finance.account
            """;

    private final Database database;

    public PostgresLedgerAccounts(Database database) {
        this.database = database;
    }

    @Override
    public LedgerAccount get(LedgerAccountId id, UserId owner) {
        return database.read(handle -> find(handle, id, owner, ""));
    }

    @Override
    public LedgerAccount lock(LedgerAccountId id, UserId owner) {
        return database.write(handle -> find(handle, id, owner, "FOR NO KEY UPDATE"));
    }

    private static LedgerAccount find(Handle handle, LedgerAccountId id, UserId owner, String lock) {
        return handle.createQuery(SELECT + "WHERE id = :id AND owner = :owner " + lock)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(LedgerRows::account)
                .findOne()
                .orElseThrow(() -> new NotFound("account_not_found", "There is no such account."));
    }

    @Override
    public Map<LedgerAccountId, LedgerAccount> lockAll(UserId owner, Collection<LedgerAccountId> ids) {
        return database.write(handle -> handle.createQuery(SELECT + """
                        WHERE owner = :owner AND id = ANY(:ids)
                        ORDER BY id
                        FOR NO KEY UPDATE
                        """)
                .bind("owner", owner.value())
                .bindArray(
                        "ids",
                        UUID.class,
                        ids.stream().map(LedgerAccountId::value).toArray())
                .map(LedgerRows::account)
                .collect(Collectors.toMap(LedgerAccount::id, Function.identity())));
    }

    @Override
    public List<LedgerAccount> all(UserId owner) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE owner = :owner ORDER BY name_key, id")
                .bind("owner", owner.value())
                .map(LedgerRows::account)
                .list());
    }

    @Override
    public Page<LedgerAccount> page(UserId owner, PageRequest page) {
        var rows = database.read(handle -> LedgerRows.bindPage(
                        handle.createQuery(SELECT + "WHERE owner = :owner" + LedgerRows.PAGE_BY_NAME), page)
                .bind("owner", owner.value())
                .map(LedgerRows::account)
                .list());
        return Page.of(
                rows,
                page.limit(),
                account ->
                        LedgerRows.byName(BY_NAME, account.name(), account.id().value()));
    }

    @Override
    public int count(UserId owner) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM finance.account WHERE owner = :owner")
                .bind("owner", owner.value())
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public void add(LedgerAccount account) {
        database.execute(handle -> LedgerFailures.refusing(
                "account_name",
                LedgerAccount::nameTaken,
                () -> handle.createUpdate("""
                                INSERT INTO finance.account
                                    (id, owner, version, kind, name, name_key, currency, closed_at, created_at)
                                VALUES
                                    (:id, :owner, :version, :kind, :name, :nameKey, :currency, :closedAt, :createdAt)
                                """)
                        .bind("id", account.id().value())
                        .bind("owner", account.owner().value())
                        .bind("version", account.version().number())
                        .bind("kind", account.kind().name())
                        .bind("name", account.name().value())
                        .bind("nameKey", account.name().key())
                        .bind("currency", account.currency().getCurrencyCode())
                        .bind("closedAt", account.closedAt())
                        .bind("createdAt", account.createdAt())
                        .execute()));
    }

    @Override
    public void replace(LedgerAccount changed) {
        database.execute(handle -> LedgerFailures.refusing("account_name", LedgerAccount::nameTaken, () -> {
            int rows = handle.createUpdate("""
                                    UPDATE finance.account SET
                                        version = :version, name = :name, name_key = :nameKey, closed_at = :closedAt
                                    WHERE id = :id AND owner = :owner AND version = :version - 1
                                    """)
                    .bind("id", changed.id().value())
                    .bind("owner", changed.owner().value())
                    .bind("version", changed.version().number())
                    .bind("name", changed.name().value())
                    .bind("nameKey", changed.name().key())
                    .bind("closedAt", changed.closedAt())
                    .execute();
            if (rows == 0) {
                throw LedgerAccount.stale();
            }
        }));
    }
}
