package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.application.finance.ledger.LedgerTransactions;
import dev.mainstay.domain.finance.ledger.AppliedRate;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.postgres.sql.Database;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Transactions in {@code finance.transaction} and {@code finance.posting}; triggers keep the balances. */
public final class PostgresLedgerTransactions implements LedgerTransactions {

    private static final String INSERT = """
            INSERT INTO finance.transaction
                (id, owner, version, status, at, day, description, description_key, origin, reverses, lines,
                 rate_from, rate_to, rate, rate_day, rate_source, created_at, posted_at)
            SELECT *
            FROM unnest(:id::uuid[], :owner::uuid[], :version::bigint[], :status::text[], :at::timestamptz[], :day::date[],
                        :description::text[], :descriptionKey::text[], :origin::text[], :reverses::uuid[], :lines::smallint[],
                        :rateFrom::text[], :rateTo::text[], :rate::numeric[], :rateDay::date[], :rateSource::text[],
                        :createdAt::timestamptz[], :postedAt::timestamptz[])
            """;

    private static final String UPDATE = """
            UPDATE finance.transaction SET
                version = :version, status = :status, at = :at, day = :day,
                description = :description, description_key = :descriptionKey, lines = :lines,
                rate_from = :rateFrom, rate_to = :rateTo, rate = :rate, rate_day = :rateDay, rate_source = :rateSource,
                posted_at = :postedAt
            WHERE id = :id AND owner = :owner AND version = :version - 1
            """;

    private final Database database;

    public PostgresLedgerTransactions(Database database) {
        this.database = database;
    }

    @Override
    public Transaction get(TransactionId id, UserId owner) {
        return database.read(handle -> find(handle, id, owner, ""));
    }

    @Override
    public Transaction lock(TransactionId id, UserId owner) {
        return database.write(handle -> find(handle, id, owner, "FOR UPDATE OF t"));
    }

    private static Transaction find(Handle handle, TransactionId id, UserId owner, String lock) {
        return handle.createQuery("SELECT " + TransactionRows.COLUMNS + "FROM finance.transaction t "
                        + TransactionRows.POSTINGS + "WHERE t.id = :id AND t.owner = :owner " + lock)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map((row, context) -> TransactionRows.transaction(row))
                .findOne()
                .orElseThrow(PostgresLedgerTransactions::notFound);
    }

    static NotFound notFound() {
        return new NotFound("transaction_not_found", "There is no such transaction.");
    }

    @Override
    public Optional<TransactionId> reversalOf(TransactionId id) {
        return database.read(handle -> handle.createQuery("SELECT id FROM finance.transaction WHERE reverses = :id")
                .bind("id", id.value())
                .mapTo(UUID.class)
                .findOne()
                .map(TransactionId::new));
    }

    @Override
    public void addAll(List<Transaction> created) {
        database.execute(handle -> {
            if (created.isEmpty()) {
                return;
            }
            LedgerFailures.booking(() -> {
                insert(handle, created);
                PostingRows.insert(handle, created);
            });
        });
    }

    private static void insert(Handle handle, List<Transaction> created) {
        new RowArrays<>(handle.createUpdate(INSERT), created)
                .column("id", transaction -> transaction.id().value())
                .column("owner", transaction -> transaction.owner().value())
                .column("version", transaction -> transaction.version().number())
                .column("status", Transaction::status)
                .column("at", transaction -> transaction.content().at())
                .column("day", transaction -> transaction.content().day())
                .column(
                        "description",
                        transaction -> transaction.content().description().value())
                .column(
                        "descriptionKey",
                        transaction -> transaction.content().description().key())
                .column("origin", Transaction::origin)
                .column("reverses", PostgresLedgerTransactions::reverses)
                .column(
                        "lines",
                        transaction -> transaction.content().postings().lines().size())
                .column("rateFrom", rate(rate -> rate.from().getCurrencyCode()))
                .column("rateTo", rate(rate -> rate.to().getCurrencyCode()))
                .column("rate", rate(rate -> rate.value().toPlainString()))
                .column("rateDay", rate(AppliedRate::day))
                .column("rateSource", rate(AppliedRate::source))
                .column("createdAt", Transaction::createdAt)
                .column("postedAt", Transaction::postedAt)
                .execute();
    }

    private static Function<Transaction, @Nullable Object> rate(Function<AppliedRate, Object> part) {
        return transaction -> {
            var rate = transaction.content().rate();
            return rate == null ? null : part.apply(rate);
        };
    }

    /** Postings that stay as they are follow their transaction by their foreign key. */
    @Override
    public void replace(Transaction changed) {
        database.execute(handle -> LedgerFailures.booking(() -> {
            boolean rewritten = !find(handle, changed.id(), changed.owner(), "")
                    .content()
                    .postings()
                    .equals(changed.content().postings());
            if (rewritten) {
                handle.execute(
                        "DELETE FROM finance.posting WHERE transaction = ? AND status = 'PENDING'",
                        changed.id().value());
            }
            if (bind(handle.createUpdate(UPDATE), changed).execute() == 0) {
                throw Transaction.stale();
            }
            if (rewritten) {
                PostingRows.insert(handle, List.of(changed));
            }
        }));
    }

    private static Update bind(Update statement, Transaction transaction) {
        var content = transaction.content();
        var rate = content.rate();
        return statement
                .bind("id", transaction.id().value())
                .bind("owner", transaction.owner().value())
                .bind("version", transaction.version().number())
                .bind("status", transaction.status().name())
                .bind("at", content.at())
                .bind("day", content.day())
                .bind("description", content.description().value())
                .bind("descriptionKey", content.description().key())
                .bind("lines", content.postings().lines().size())
                .bindByType("rateFrom", rate == null ? null : rate.from().getCurrencyCode(), String.class)
                .bindByType("rateTo", rate == null ? null : rate.to().getCurrencyCode(), String.class)
                .bindByType("rate", rate == null ? null : rate.value(), BigDecimal.class)
                .bindByType("rateDay", rate == null ? null : rate.day(), LocalDate.class)
                .bindByType("rateSource", rate == null ? null : rate.source().name(), String.class)
                .bind("postedAt", transaction.postedAt());
    }

    private static @Nullable UUID reverses(Transaction transaction) {
        var reverses = transaction.reverses();
        return reverses == null ? null : reverses.value();
    }
}
