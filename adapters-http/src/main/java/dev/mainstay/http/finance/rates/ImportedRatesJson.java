package dev.mainstay.http.finance.rates;

import dev.mainstay.application.finance.rates.ImportedRates;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file of rates: cells counted in all and for each row, with a remark on each that is worth one.
 *
 * @param id under which the audit log knows the import, if anything changed
 */
@Serdeable
@Schema(
        name = "ImportedRates",
        requiredProperties = {"id", "inserted", "corrected", "unchanged", "notQuoted", "skipped", "rows"},
        example = """
                {"id":"0197a1de-0000-7000-8000-000000000007","inserted":1,"corrected":1,"unchanged":29,"notQuoted":10,"skipped":0,"rows":[\
                {"line":2,"day":"2026-04-13","inserted":1,"corrected":1,"unchanged":29,"notQuoted":10,"skipped":0,"remarks":[\
                {"column":"USD","code":"corrected","detail":"It was 1.17 and is 1.1684 now."}]}]}""")
record ImportedRatesJson(
        UUID id, int inserted, int corrected, int unchanged, int notQuoted, int skipped, List<RowJson> rows) {

    /**
     * What became of a row.
     *
     * @param line the number of the row in the file, its header being 1
     * @param day absent if it could not be read
     * @param notQuoted cells that are empty or say N/A
     */
    @Serdeable
    @Schema(
            name = "ImportedRatesRow",
            requiredProperties = {"line", "inserted", "corrected", "unchanged", "notQuoted", "skipped", "remarks"})
    record RowJson(
            int line,
            @Nullable LocalDate day,
            int inserted,
            int corrected,
            int unchanged,
            int notQuoted,
            int skipped,
            List<RemarkJson> remarks) {

        static RowJson from(ImportedRates.Row row) {
            return new RowJson(
                    row.line(),
                    row.day().orElse(null),
                    row.inserted(),
                    row.corrected(),
                    row.unchanged(),
                    row.notQuoted(),
                    row.skipped(),
                    row.remarks().stream()
                            .map(each -> new RemarkJson(each.column(), each.code(), each.detail()))
                            .toList());
        }
    }

    /**
     * Something to say about a cell.
     *
     * @param code corrected, or why it was skipped: not_a_day, day_twice, not_a_rate, unknown_currency
     */
    @Serdeable
    @Schema(
            name = "ImportedRatesRemark",
            requiredProperties = {"column", "code", "detail"})
    record RemarkJson(String column, String code, String detail) {}

    static ImportedRatesJson from(ImportedRates imported) {
        return new ImportedRatesJson(
                imported.id(),
                imported.inserted(),
                imported.corrected(),
                imported.unchanged(),
                imported.notQuoted(),
                imported.skipped(),
                imported.rows().stream().map(RowJson::from).toList());
    }
}
