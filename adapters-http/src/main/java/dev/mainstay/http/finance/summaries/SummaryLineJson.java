package dev.mainstay.http.finance.summaries;

import dev.mainstay.application.finance.summaries.Comparison;
import dev.mainstay.application.finance.summaries.SummaryReader.Line;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of a summary, in one currency.
 *
 * @param key the first day of a day, week or month, or the id of a category or account; absent in totals
 * @param name of the category or account
 * @param now in the period
 * @param before in the period before; absent where there is nothing to compare with
 */
@Serdeable
@Schema(name = "SummaryLine", requiredProperties = "now")
record SummaryLineJson(
        @Nullable String key,
        @Nullable String name,
        TurnoverJson now,
        @Nullable TurnoverJson before) {

    static SummaryLineJson from(Line line) {
        return new SummaryLineJson(given(line.key()), given(line.name()), TurnoverJson.from(line.turnover()), null);
    }

    static SummaryLineJson from(Comparison line) {
        return new SummaryLineJson(
                given(line.key()),
                given(line.name()),
                TurnoverJson.from(line.turnover()),
                TurnoverJson.from(line.before()));
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
