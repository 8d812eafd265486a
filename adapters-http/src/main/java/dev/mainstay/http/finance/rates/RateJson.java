package dev.mainstay.http.finance.rates;

import dev.mainstay.domain.finance.rates.Rate;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * What one unit of a currency was worth in another. The rate is text, for a JSON number is a binary fraction to most clients.
 *
 * @param day the day it was quoted on, which may lie before the day that was asked for
 * @param rate how many units of {@code to} one unit of {@code from} is
 */
@Serdeable
@Schema(
        name = "Rate",
        requiredProperties = {"from", "to", "day", "rate"},
        example = """
                {"from":"EUR","to":"USD","day":"2026-04-13","rate":"1.1684"}""")
record RateJson(String from, String to, LocalDate day, String rate) {

    static RateJson from(Rate rate) {
        return new RateJson(
                rate.from().getCurrencyCode(),
                rate.to().getCurrencyCode(),
                rate.day(),
                rate.value().toPlainString());
    }
}
