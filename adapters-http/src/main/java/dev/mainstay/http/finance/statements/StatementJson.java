package dev.mainstay.http.finance.statements;

import dev.mainstay.application.finance.statements.PreviewedRow;
import dev.mainstay.application.finance.statements.PreviewedRow.State;
import dev.mainstay.application.finance.statements.StatementPreview;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it would be booked now.
 *
 * @param remembered whether an earlier import of a file with this header said what its columns are
 * @param guessedDays whether no row tells day first from month first; look before you book
 * @param balances how many neighbouring rows say balances, and of how many of them the amounts explain the balances
 * @param counts how many rows there are in which state
 * @param moneyIn what the new rows bring in
 * @param moneyOut what the new rows take out
 * @param rows the first 20
 * @param problems the first 20 that are refused
 */
@Serdeable
@Schema(
        name = "Statement",
        requiredProperties = {
            "id",
            "account",
            "name",
            "uploadedAt",
            "layout",
            "remembered",
            "guessedDays",
            "balances",
            "counts",
            "moneyIn",
            "moneyOut",
            "rows",
            "problems"
        },
        example = """
                {"id":"0197a1de-0000-7000-8000-000000000001","account":"0197a1de-0000-7000-8000-000000000002","name":"March",\
                "uploadedAt":"2026-04-01T08:00:00Z","layout":{"encoding":"UTF_8","delimiter":";","headerLine":1,\
                "header":["Datum","Name","Betrag"],"columns":{"DATE":[0],"PAYEE":[1],"AMOUNT":[2]},"dateStyle":"DAY_FIRST",\
                "decimalStyle":"COMMA","inverted":false,"feeApart":false},"remembered":false,"guessedDays":false,\
                "balances":{"compared":0,"agreeing":0},"counts":{"rows":1,"fresh":1,"booked":0,"duplicate":0,"refused":0},\
                "moneyIn":{"amount":"0.00","currency":"EUR"},"moneyOut":{"amount":"-3.50","currency":"EUR"},\
                "firstDay":"2026-03-01","lastDay":"2026-03-01","rows":[{"number":1,"line":2,"state":"NEW","day":"2026-03-01",\
                "amount":{"amount":"-3.50","currency":"EUR"},"payee":"Bäcker","mended":false}],"problems":[]}""")
record StatementJson(
        UUID id,
        UUID account,
        String name,
        Instant uploadedAt,
        LayoutJson layout,
        boolean remembered,
        boolean guessedDays,
        BalancesJson balances,
        CountsJson counts,
        MoneyJson moneyIn,
        MoneyJson moneyOut,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        List<StatementRowJson> rows,
        List<StatementRowJson> problems) {

    private static final int SHOWN = 20;

    /** Whether the amounts explain the balances. */
    @Serdeable
    @Schema(
            name = "StatementBalances",
            requiredProperties = {"compared", "agreeing"})
    record BalancesJson(int compared, int agreeing) {}

    /**
     * How many rows.
     *
     * @param fresh in the state NEW
     */
    @Serdeable
    @Schema(
            name = "StatementCounts",
            requiredProperties = {"rows", "fresh", "booked", "duplicate", "refused"})
    record CountsJson(int rows, int fresh, int booked, int duplicate, int refused) {}

    static StatementJson from(StatementPreview preview) {
        var statement = preview.statement();
        var file = preview.file();
        return new StatementJson(
                statement.id().value(),
                statement.account().value(),
                statement.name(),
                statement.uploadedAt(),
                LayoutJson.from(file.layout()),
                file.remembered(),
                file.guessedDays(),
                new BalancesJson(file.balancesCompared(), file.balancesAgreeing()),
                new CountsJson(
                        preview.rows().size(),
                        preview.count(State.NEW),
                        preview.count(State.BOOKED),
                        preview.count(State.DUPLICATE),
                        preview.count(State.REFUSED)),
                MoneyJson.from(preview.in()),
                MoneyJson.from(preview.out()),
                preview.first().orElse(null),
                preview.last().orElse(null),
                first(preview.rows()),
                first(preview.rows().stream()
                        .filter(row -> row.state() == State.REFUSED)
                        .toList()));
    }

    private static List<StatementRowJson> first(List<PreviewedRow> rows) {
        return rows.stream().limit(SHOWN).map(StatementRowJson::from).toList();
    }
}
