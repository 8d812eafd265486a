package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.application.finance.ledger.Annotations;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.Annotation;
import dev.mainstay.domain.finance.ledger.Attachment;
import dev.mainstay.domain.finance.ledger.AttachmentId;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.Tags;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Annotations in {@code finance.annotation}, files in {@code finance.attachment}. */
public final class PostgresAnnotations implements Annotations {

    private final Database database;

    public PostgresAnnotations(Database database) {
        this.database = database;
    }

    @Override
    public Annotation get(TransactionId transaction, UserId owner) {
        return database.read(handle -> find(handle, transaction, owner, ""));
    }

    @Override
    public Annotation lock(TransactionId transaction, UserId owner) {
        return database.write(handle -> find(handle, transaction, owner, "FOR UPDATE"));
    }

    private static Annotation find(Handle handle, TransactionId transaction, UserId owner, String lock) {
        return handle.createQuery("""
                        SELECT transaction, owner, version AS annotation_version, notes, payee, tags
                        FROM finance.annotation
                        WHERE transaction = :transaction AND owner = :owner
                        """ + lock)
                .bind("transaction", transaction.value())
                .bind("owner", owner.value())
                .map((row, context) -> annotation(row, transaction))
                .findOne()
                .orElseThrow(PostgresLedgerTransactions::notFound);
    }

    static Annotation annotation(ResultSet row, TransactionId transaction) throws SQLException {
        @Nullable UUID payee = row.getObject("payee", UUID.class);
        return new Annotation(
                transaction,
                LedgerRows.owner(row),
                new Version(row.getLong("annotation_version")),
                new Notes(row.getString("notes")),
                payee == null ? null : new PayeeId(payee),
                new Tags(List.of((String[]) row.getArray("tags").getArray())));
    }

    @Override
    public void addAll(List<Annotation> created) {
        database.execute(handle -> {
            if (created.isEmpty()) {
                return;
            }
            // No tag has a line break, so one array holds the tags of all.
            new RowArrays<>(handle.createUpdate("""
                            INSERT INTO finance.annotation (transaction, owner, version, notes, payee, tags)
                            SELECT r.transaction, r.owner, r.version, r.notes, r.payee, string_to_array(r.tags, chr(10))
                            FROM unnest(:transaction::uuid[], :owner::uuid[], :version::bigint[], :notes::text[], :payee::uuid[],
                                        :tags::text[]) AS r (transaction, owner, version, notes, payee, tags)
                            """), created)
                    .column(
                            "transaction",
                            annotation -> annotation.transaction().value())
                    .column("owner", annotation -> annotation.owner().value())
                    .column("version", annotation -> annotation.version().number())
                    .column("notes", annotation -> annotation.notes().value())
                    .column("payee", PostgresAnnotations::payee)
                    .column(
                            "tags",
                            annotation -> String.join("\n", annotation.tags().values()))
                    .execute();
        });
    }

    @Override
    public void replace(Annotation changed) {
        database.execute(handle -> {
            int rows = handle.createUpdate("""
                            UPDATE finance.annotation SET version = :version, notes = :notes, payee = :payee, tags = :tags
                            WHERE transaction = :transaction AND owner = :owner AND version = :version - 1
                            """)
                    .bind("transaction", changed.transaction().value())
                    .bind("owner", changed.owner().value())
                    .bind("version", changed.version().number())
                    .bind("notes", changed.notes().value())
                    .bindByType("payee", payee(changed), UUID.class)
                    .bindArray("tags", String.class, changed.tags().values())
                    .execute();
            if (rows == 0) {
                throw Annotation.stale();
            }
        });
    }

    private static @Nullable UUID payee(Annotation annotation) {
        var payee = annotation.payee();
        return payee == null ? null : payee.value();
    }

    @Override
    public List<Attachment> attachments(TransactionId transaction, UserId owner) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id, transaction, owner, name, media_type, size, sha256, created_at
                        FROM finance.attachment
                        WHERE transaction = :transaction AND owner = :owner
                        ORDER BY created_at, id
                        """)
                .bind("transaction", transaction.value())
                .bind("owner", owner.value())
                .map(PostgresAnnotations::attachment)
                .list());
    }

    private static Attachment attachment(ResultSet row, StatementContext context) throws SQLException {
        return new Attachment(
                new AttachmentId(row.getObject("id", UUID.class)),
                new TransactionId(row.getObject("transaction", UUID.class)),
                LedgerRows.owner(row),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                LedgerRows.required(row, "created_at"));
    }

    @Override
    public void attach(Attachment attachment) {
        database.execute(handle -> handle.createUpdate("""
                        INSERT INTO finance.attachment (id, transaction, owner, name, media_type, size, sha256, created_at)
                        VALUES (:id, :transaction, :owner, :name, :mediaType, :size, :sha256, :createdAt)
                        """)
                .bind("id", attachment.id().value())
                .bind("transaction", attachment.transaction().value())
                .bind("owner", attachment.owner().value())
                .bind("name", attachment.name())
                .bind("mediaType", attachment.mediaType())
                .bind("size", attachment.size())
                .bind("sha256", attachment.sha256())
                .bind("createdAt", attachment.createdAt())
                .execute());
    }

    @Override
    public boolean detach(AttachmentId attachment, TransactionId transaction, UserId owner) {
        return database.write(handle -> handle.createUpdate("""
                        DELETE FROM finance.attachment
                        WHERE id = :id AND transaction = :transaction AND owner = :owner
                        """)
                        .bind("id", attachment.value())
                        .bind("transaction", transaction.value())
                        .bind("owner", owner.value())
                        .execute())
                == 1;
    }
}
