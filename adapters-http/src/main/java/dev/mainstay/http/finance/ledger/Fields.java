package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.text.Typed;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.refusal.Invalid;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as clients write them, checked one by one, each fault under the name of its field. */
final class Fields {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}(?:\\.[0-9]{1,18})?");

    private Fields() {}

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new Invalid(field, "missing", "is required");
        }
        return value;
    }

    static LedgerName name(@Nullable String name) {
        return new LedgerName(Typed.line(required("name", name)));
    }

    static @Nullable Instant instant(String field, @Nullable String text) {
        try {
            return text == null ? null : inRange(field, OffsetDateTime.parse(text));
        } catch (DateTimeException malformed) {
            throw new Invalid(field, "malformed", "must be an instant such as 2026-03-01T09:00:00Z");
        }
    }

    private static Instant inRange(String field, OffsetDateTime at) {
        if (at.getYear() < 1 || at.getYear() > 9999) {
            throw new Invalid(field, "out_of_range", "must be in the years 1 to 9999");
        }
        return at.toInstant();
    }

    static @Nullable LocalDate day(String field, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw new Invalid(field, "malformed", "must be a date such as 2026-03-01");
        }
    }

    static @Nullable BigDecimal rate(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw new Invalid(
                    field, "malformed", "must be a plain decimal of at most 18 digits before and after the point");
        }
        return new BigDecimal(text);
    }

    /** The items, none of which may be null. */
    static <T> List<T> items(String field, List<T> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) == null) {
                throw new Invalid(field + '[' + i + ']', "missing", "must not be null");
            }
        }
        return items;
    }
}
