package dev.mainstay.http.finance.statements;

import dev.mainstay.application.finance.statements.layout.ColumnRole;
import dev.mainstay.application.finance.statements.layout.DateStyle;
import dev.mainstay.application.finance.statements.layout.DecimalStyle;
import dev.mainstay.application.finance.statements.layout.FileEncoding;
import dev.mainstay.application.finance.statements.layout.Layout;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a file was found to mean.
 *
 * @param delimiter the character between cells
 * @param headerLine the line on which the header begins, from 1; 0 if there is none
 * @param header its headings
 * @param columns which columns, counted from 0, have which role
 * @param inverted whether what went out has no minus, as on some credit cards
 * @param feeApart whether fees were taken beside the amounts
 */
@Serdeable
@Schema(
        name = "StatementLayout",
        requiredProperties = {
            "encoding",
            "delimiter",
            "headerLine",
            "header",
            "columns",
            "dateStyle",
            "decimalStyle",
            "inverted",
            "feeApart"
        },
        example = """
                {"encoding":"ISO_8859_1","delimiter":";","headerLine":13,"header":["Buchung","Empfänger","Verwendungszweck","Betrag"],\
                "columns":{"DATE":[0],"PAYEE":[1],"TEXT":[2],"AMOUNT":[3]},"dateStyle":"DAY_FIRST","decimalStyle":"COMMA",\
                "inverted":false,"feeApart":false}""")
record LayoutJson(
        FileEncoding encoding,
        String delimiter,
        int headerLine,
        List<String> header,
        Map<String, List<Integer>> columns,
        DateStyle dateStyle,
        DecimalStyle decimalStyle,
        boolean inverted,
        boolean feeApart) {

    static LayoutJson from(Layout layout) {
        var columns = new TreeMap<ColumnRole, List<Integer>>(layout.columns());
        var named = new LinkedHashMap<String, List<Integer>>();
        columns.forEach((role, places) -> named.put(role.name(), places));
        return new LayoutJson(
                layout.encoding(),
                String.valueOf(layout.delimiter()),
                layout.headerLine(),
                layout.header(),
                named,
                layout.dateStyle(),
                layout.decimalStyle(),
                layout.inverted(),
                layout.feeApart());
    }
}
