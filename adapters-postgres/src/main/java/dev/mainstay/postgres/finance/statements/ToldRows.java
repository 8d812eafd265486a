package dev.mainstay.postgres.finance.statements;

import dev.mainstay.application.finance.statements.layout.ColumnRole;
import dev.mainstay.application.finance.statements.layout.DateStyle;
import dev.mainstay.application.finance.statements.layout.DecimalStyle;
import dev.mainstay.application.finance.statements.layout.FileEncoding;
import dev.mainstay.application.finance.statements.layout.Layout.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** How what was told of a layout lies in its columns. */
final class ToldRows {

    static final String COLUMNS =
            "encoding, delimiter, header_line, columns, date_style, decimal_style, inverted, fee_apart";
    static final String PARAMETERS =
            ":encoding, :delimiter, :headerLine, :columns, :dateStyle, :decimalStyle, :inverted, :feeApart";

    private ToldRows() {}

    static Told told(ResultSet row) throws SQLException {
        @Nullable String encoding = row.getString("encoding");
        @Nullable String delimiter = row.getString("delimiter");
        @Nullable String dateStyle = row.getString("date_style");
        @Nullable String decimalStyle = row.getString("decimal_style");
        var columns = new EnumMap<ColumnRole, List<Integer>>(ColumnRole.class);
        for (String column : (String[]) row.getArray("columns").getArray()) {
            int colon = column.indexOf(':');
            columns.computeIfAbsent(ColumnRole.valueOf(column.substring(0, colon)), none -> new ArrayList<>())
                    .add(Integer.valueOf(column.substring(colon + 1)));
        }
        return new Told(
                encoding == null ? null : FileEncoding.valueOf(encoding),
                delimiter == null ? null : delimiter.charAt(0),
                row.getObject("header_line", Integer.class),
                columns,
                dateStyle == null ? null : DateStyle.valueOf(dateStyle),
                decimalStyle == null ? null : DecimalStyle.valueOf(decimalStyle),
                row.getObject("inverted", Boolean.class),
                row.getObject("fee_apart", Boolean.class));
    }

    static <S extends SqlStatement<S>> S bind(S statement, Told told) {
        return statement
                .bind("encoding", name(told.encoding()))
                .bind("delimiter", told.delimiter() == null ? null : String.valueOf(told.delimiter()))
                .bind("headerLine", told.headerLine())
                .bindArray("columns", String.class, columns(told))
                .bind("dateStyle", name(told.dateStyle()))
                .bind("decimalStyle", name(told.decimalStyle()))
                .bind("inverted", told.inverted())
                .bind("feeApart", told.feeApart());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Object[] columns(Told told) {
        return told.columns().entrySet().stream()
                .flatMap(each ->
                        each.getValue().stream().map(place -> each.getKey().name() + ':' + place))
                .sorted()
                .toArray();
    }
}
