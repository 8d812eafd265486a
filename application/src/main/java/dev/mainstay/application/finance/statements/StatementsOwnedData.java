package dev.mainstay.application.finance.statements;

import dev.mainstay.application.identity.OwnedData;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** A user's statements with their files, and which rows of statements became which transactions (U13). */
public final class StatementsOwnedData implements OwnedData {

    private final Statements statements;

    public StatementsOwnedData(Statements statements) {
        this.statements = statements;
    }

    /**
     * A statement.
     *
     * @param file its bytes in Base64
     */
    public record ExportedStatement(String id, String account, String name, Instant uploadedAt, String file) {}

    /** A row that was booked. */
    public record ExportedRow(String account, String transaction, String statement, int row, String fingerprint) {
        static ExportedRow from(BookedRow row) {
            return new ExportedRow(
                    row.account().value().toString(),
                    row.transaction().value().toString(),
                    row.statement().value().toString(),
                    row.number(),
                    row.fingerprint());
        }
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section(
                        "finance.statements",
                        (owner, row) -> statements.all(owner).stream()
                                .map(this::exported)
                                .forEach(row)),
                new Section(
                        "finance.statement_rows",
                        (owner, row) -> statements.eachBooked(owner, each -> row.accept(ExportedRow.from(each)))));
    }

    private ExportedStatement exported(Statement statement) {
        return new ExportedStatement(
                statement.id().value().toString(),
                statement.account().value().toString(),
                statement.name(),
                statement.uploadedAt(),
                Base64.getEncoder().encodeToString(statements.file(statement.id())));
    }
}
