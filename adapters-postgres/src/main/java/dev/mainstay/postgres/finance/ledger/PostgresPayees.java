package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.application.finance.ledger.Payees;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.Payee;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.postgres.sql.Database;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Payees in {@code finance.payee}. */
public final class PostgresPayees implements Payees {

    private static final String SELECT = """
            SELECT id, owner, version, name, category
            FROM finance.payee
            """;

    private final Database database;

    public PostgresPayees(Database database) {
        this.database = database;
    }

    @Override
    public Payee get(PayeeId id, UserId owner) {
        return database.read(handle -> find(handle, id, owner, ""));
    }

    @Override
    public Payee lock(PayeeId id, UserId owner) {
        return database.write(handle -> find(handle, id, owner, "FOR UPDATE"));
    }

    private static Payee find(Handle handle, PayeeId id, UserId owner, String lock) {
        return handle.createQuery(SELECT + "WHERE id = :id AND owner = :owner " + lock)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(LedgerRows::payee)
                .findOne()
                .orElseThrow(() -> new NotFound("payee_not_found", "There is no such payee."));
    }

    @Override
    public Map<PayeeId, Payee> find(UserId owner, Collection<PayeeId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> handle.createQuery(SELECT + "WHERE owner = :owner AND id = ANY(:ids)")
                .bind("owner", owner.value())
                .bindArray("ids", UUID.class, ids.stream().map(PayeeId::value).toArray())
                .map(LedgerRows::payee)
                .collect(Collectors.toMap(Payee::id, Function.identity())));
    }

    @Override
    public Page<Payee> page(UserId owner, PageRequest page) {
        var rows = database.read(handle -> LedgerRows.bindPage(
                        handle.createQuery(SELECT + "WHERE owner = :owner" + LedgerRows.PAGE_BY_NAME), page)
                .bind("owner", owner.value())
                .map(LedgerRows::payee)
                .list());
        return Page.of(
                rows,
                page.limit(),
                payee -> LedgerRows.byName(BY_NAME, payee.name(), payee.id().value()));
    }

    @Override
    public int count(UserId owner) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM finance.payee WHERE owner = :owner")
                .bind("owner", owner.value())
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public void add(Payee payee) {
        database.execute(handle -> LedgerFailures.refusing(
                "payee_name",
                Payee::nameTaken,
                () -> bind(handle.createUpdate("""
                                INSERT INTO finance.payee (id, owner, version, name, name_key, category)
                                VALUES (:id, :owner, :version, :name, :nameKey, :category)
                                """), payee).execute()));
    }

    @Override
    public void replace(Payee changed) {
        database.execute(handle -> LedgerFailures.refusing("payee_name", Payee::nameTaken, () -> {
            int rows = bind(handle.createUpdate("""
                            UPDATE finance.payee SET version = :version, name = :name, name_key = :nameKey, category = :category
                            WHERE id = :id AND owner = :owner AND version = :version - 1
                            """), changed).execute();
            if (rows == 0) {
                throw Payee.stale();
            }
        }));
    }

    private static Update bind(Update update, Payee payee) {
        @Nullable
        UUID category = payee.category() == null ? null : payee.category().value();
        return update.bind("id", payee.id().value())
                .bind("owner", payee.owner().value())
                .bind("version", payee.version().number())
                .bind("name", payee.name().value())
                .bind("nameKey", payee.name().key())
                .bindByType("category", category, UUID.class);
    }

    @Override
    public void remove(PayeeId id) {
        database.execute(handle -> handle.execute("DELETE FROM finance.payee WHERE id = ?", id.value()));
    }
}
