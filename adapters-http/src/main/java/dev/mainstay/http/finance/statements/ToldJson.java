package dev.mainstay.http.finance.statements;

import dev.mainstay.application.finance.statements.layout.ColumnRole;
import dev.mainstay.application.finance.statements.layout.DateStyle;
import dev.mainstay.application.finance.statements.layout.DecimalStyle;
import dev.mainstay.application.finance.statements.layout.FileEncoding;
import dev.mainstay.application.finance.statements.layout.Layout.Told;
import dev.mainstay.domain.refusal.Invalid;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file means, as far as it was not found out right; whatever is absent is found out.
 *
 * @param delimiter one character
 * @param headerLine the line on which the header begins, from 1; 0 for none
 * @param columns which columns, counted from 0, have which role, all of them; only TEXT may be several
 */
@Serdeable
@Schema(name = "StatementLayoutTold", example = """
        {"dateStyle":"MONTH_FIRST","columns":{"DATE":[0],"TEXT":[2],"AMOUNT":[3]}}""")
record ToldJson(
        @Nullable
        @Schema(
                type = "string",
                allowableValues = {"UTF_8", "UTF_16LE", "UTF_16BE", "WINDOWS_1252", "ISO_8859_1"})
        String encoding,

        @Nullable @Schema(minLength = 1, maxLength = 1) String delimiter,
        @Nullable @Schema(minimum = "0") Integer headerLine,
        @Nullable Map<String, List<Integer>> columns,

        @Nullable
        @Schema(
                type = "string",
                allowableValues = {"DAY_FIRST", "MONTH_FIRST"})
        String dateStyle,

        @Nullable
        @Schema(
                type = "string",
                allowableValues = {"COMMA", "POINT"})
        String decimalStyle,

        @Nullable Boolean inverted,
        @Nullable Boolean feeApart) {

    Told toTold() {
        return new Told(
                named("encoding", encoding, FileEncoding.class),
                character(),
                headerLine,
                roles(),
                named("dateStyle", dateStyle, DateStyle.class),
                named("decimalStyle", decimalStyle, DecimalStyle.class),
                inverted,
                feeApart);
    }

    private @Nullable Character character() {
        if (delimiter == null) {
            return null;
        }
        if (delimiter.length() != 1) {
            throw new Invalid("delimiter", "not_a_delimiter", "must be one character");
        }
        return delimiter.charAt(0);
    }

    private Map<ColumnRole, List<Integer>> roles() {
        var roles = new EnumMap<ColumnRole, List<Integer>>(ColumnRole.class);
        if (columns != null) {
            columns.forEach((name, places) -> {
                String field = "columns." + name;
                if (places == null || places.isEmpty() || places.contains(null)) {
                    throw new Invalid(field, "missing", "must be a list of columns, counted from 0");
                }
                roles.put(required(field, name), places);
            });
        }
        return roles;
    }

    private static ColumnRole required(String field, String name) {
        @Nullable ColumnRole role = named(field, name, ColumnRole.class);
        if (role == null) {
            throw new Invalid(field, "missing", "must be named");
        }
        return role;
    }

    private static <E extends Enum<E>> @Nullable E named(String field, @Nullable String name, Class<E> type) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findAny()
                .orElseThrow(() ->
                        new Invalid(field, "unknown", "must be one of " + Arrays.toString(type.getEnumConstants())));
    }
}
