package dev.mainstay.http.finance.statements;

import dev.mainstay.application.finance.statements.PreviewedRow;
import dev.mainstay.application.finance.statements.PreviewedRow.State;
import dev.mainstay.application.finance.statements.layout.StatementRow;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row and what would become of it.
 *
 * @param number which row it is, from 1
 * @param line the line of the file on which it begins
 * @param state NEW can be booked; BOOKED was, of this statement; DUPLICATE was, of another; REFUSED cannot be, and says why
 * @param mended whether it had too few or too many cells, and was read as it must have been meant; look before you book
 * @param transaction as which it was booked
 * @param payeeId the caller's payee of that name
 * @param category the payee's usual one
 * @param code why it is refused, for programs
 * @param detail the same for people
 * @param excerpt the beginning of a row that is refused
 */
@Serdeable
@Schema(
        name = "StatementRow",
        requiredProperties = {"number", "line", "state"},
        example = """
                {"number":1,"line":14,"state":"NEW","day":"2026-03-01","amount":{"amount":"-3.50","currency":"EUR"},\
                "payee":"Bäcker","text":"Brot","mended":false}""")
record StatementRowJson(
        int number,
        int line,
        State state,
        @Nullable LocalDate day,
        @Nullable MoneyJson amount,
        @Nullable String payee,
        @Nullable String text,
        @Nullable String reference,
        @Nullable String bankId,
        @Nullable Boolean mended,
        @Nullable UUID transaction,
        @Nullable UUID payeeId,
        @Nullable UUID category,
        @Nullable String code,
        @Nullable String detail,
        @Nullable String excerpt) {

    static StatementRowJson from(PreviewedRow row) {
        return switch (row.row()) {
            case StatementRow.Refused refused ->
                new StatementRowJson(
                        refused.number(),
                        refused.line(),
                        row.state(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        refused.code(),
                        refused.why(),
                        refused.excerpt());
            case StatementRow.Usable usable ->
                new StatementRowJson(
                        usable.number(),
                        usable.line(),
                        row.state(),
                        usable.day(),
                        MoneyJson.from(usable.amount()),
                        filled(usable.payee()),
                        filled(usable.text()),
                        filled(usable.reference()),
                        filled(usable.id()),
                        usable.mended(),
                        row.transaction() == null ? null : row.transaction().value(),
                        row.payee() == null ? null : row.payee().value(),
                        row.category() == null ? null : row.category().value(),
                        null,
                        null,
                        null);
        };
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
