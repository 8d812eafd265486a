package dev.mainstay.postgres.finance.books;

import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.planner.Owners;
import dev.mainstay.postgres.sql.Database;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Books as bare rows; what follows from them is made by their triggers, as ever. */
public final class PostgresBareBooks implements BareBooks {

    private final Database database;

    public PostgresBareBooks(Database database) {
        this.database = database;
    }

    @Override
    public UserId newUser() {
        return Owners.newUser(database);
    }

    @Override
    public LedgerAccountId account(UserId owner, String currency) {
        var id = UUID.randomUUID();
        execute("""
            INSERT INTO finance.account (id, owner, version, kind, name, name_key, currency, created_at)
            VALUES (?, ?, 1, 'BANK', ?, ?, ?, now())
            """, id, owner.value(), "Account " + id, "account " + id, currency);
        return new LedgerAccountId(id);
    }

    @Override
    public CategoryId category(UserId owner, CategoryKind kind, @Nullable CategoryId parent) {
        var id = UUID.randomUUID();
        execute(
                "INSERT INTO finance.category (id, owner, version, kind, name, name_key, parent) VALUES (?, ?, 1, ?,"
                        + " ?, ?, ?)",
                id,
                owner.value(),
                kind.name(),
                "Category " + id,
                "category " + id,
                parent == null ? null : parent.value());
        return new CategoryId(id);
    }

    @Override
    public void post(UserId owner, LocalDate day, Posting... postings) {
        database.run(() -> database.write(handle -> {
            var id = UUID.randomUUID();
            handle.execute("""
                INSERT INTO finance.transaction (id, owner, version, status, at, day, description, description_key, origin,
                                                 lines, created_at, posted_at)
                VALUES (?, ?, 1, 'POSTED', ?::date AT TIME ZONE 'UTC', ?, '', '', 'MANUAL', ?, now(), now())
                """, id, owner.value(), day, day, postings.length);
            add(handle, id, owner, day, postings);
            return id;
        }));
    }

    private static void add(Handle handle, UUID id, UserId owner, LocalDate day, Posting... postings) {
        var batch = handle.prepareBatch("""
            INSERT INTO finance.posting (transaction, line, owner, at, day, status, account, category, nominal, currency,
                                         minor_units, memo)
            VALUES (:id, :line, :owner, :day::date AT TIME ZONE 'UTC', :day, 'POSTED', :account, :category, :nominal, :currency,
                    :units, '')
            """);
        for (int line = 0; line < postings.length; line++) {
            var posting = postings[line];
            batch.bind("id", id)
                    .bind("line", line)
                    .bind("owner", owner.value())
                    .bind("day", day)
                    .bind(
                            "account",
                            posting.target() instanceof PostingTarget.ToAccount(var account) ? account.value() : null)
                    .bind(
                            "category",
                            posting.target() instanceof PostingTarget.ToCategory(var category)
                                    ? category.value()
                                    : null)
                    .bind(
                            "nominal",
                            posting.target() instanceof PostingTarget.ToNominal(var nominal) ? nominal.name() : null)
                    .bind("currency", posting.amount().currency().getCurrencyCode())
                    .bind("units", posting.amount().minorUnits())
                    .add();
        }
        batch.execute();
    }

    private void execute(String sql, @Nullable Object... values) {
        database.run(() -> database.write(handle -> handle.execute(sql, values)));
    }
}
