package dev.mainstay.http.finance.ledger;

import dev.mainstay.domain.finance.ledger.AppliedRate;
import dev.mainstay.domain.finance.ledger.AppliedRate.Source;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The rate at which a transaction turned money into another currency.
 *
 * @param value how much of {@code to} one of {@code from} was, a plain decimal
 * @param day of which day the rate is
 */
@Serdeable
@Schema(
        name = "AppliedRate",
        requiredProperties = {"from", "to", "value", "day", "source"},
        example = """
                {"from":"EUR","to":"USD","value":"1.0845","day":"2026-02-27","source":"ECB"}""")
record RateJson(String from, String to, String value, LocalDate day, Source source) {

    static @Nullable RateJson from(@Nullable AppliedRate rate) {
        return rate == null
                ? null
                : new RateJson(
                        rate.from().getCurrencyCode(),
                        rate.to().getCurrencyCode(),
                        rate.value().toPlainString(),
                        rate.day(),
                        rate.source());
    }
}
