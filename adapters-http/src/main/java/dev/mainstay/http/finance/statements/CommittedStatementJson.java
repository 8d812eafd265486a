package dev.mainstay.http.finance.statements;

import dev.mainstay.application.finance.statements.CommittedStatement;
import dev.mainstay.application.finance.statements.CommittedStatement.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of the rows that were to be booked: in figures, and of each. */
@Serdeable
@Schema(
        name = "CommittedStatement",
        requiredProperties = {"booked", "duplicate", "refused", "rows"},
        example = """
                {"booked":1,"duplicate":1,"refused":0,"rows":[\
                {"number":1,"outcome":"BOOKED","transaction":"0197a1de-0000-7000-8000-000000000004"},\
                {"number":2,"outcome":"DUPLICATE","transaction":"0197a1de-0000-7000-8000-000000000005","code":"booked_before",\
                "detail":"The same was booked of another statement."}]}""")
record CommittedStatementJson(int booked, int duplicate, int refused, List<RowJson> rows) {

    /**
     * What became of a row.
     *
     * @param transaction as which it was booked, now or before
     * @param code why it was not booked now, for programs
     * @param detail the same for people
     */
    @Serdeable
    @Schema(
            name = "CommittedStatementRow",
            requiredProperties = {"number", "outcome"})
    record RowJson(
            int number,
            Outcome outcome,
            @Nullable UUID transaction,
            @Nullable String code,
            @Nullable String detail) {

        static RowJson from(CommittedStatement.Row row) {
            return new RowJson(
                    row.number(),
                    row.outcome(),
                    row.transaction() == null ? null : row.transaction().value(),
                    row.code(),
                    row.why());
        }
    }

    static CommittedStatementJson from(CommittedStatement committed) {
        return new CommittedStatementJson(
                committed.count(Outcome.BOOKED),
                committed.count(Outcome.DUPLICATE),
                committed.count(Outcome.REFUSED),
                committed.rows().stream().map(RowJson::from).toList());
    }
}
