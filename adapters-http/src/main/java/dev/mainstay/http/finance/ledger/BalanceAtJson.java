package dev.mainstay.http.finance.ledger;

import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/**
 * What an account held at an instant.
 *
 * @param posted the sum of what is posted by now of all that happened up to then
 */
@Serdeable
@Schema(
        name = "BalanceAt",
        requiredProperties = {"account", "at", "posted"})
record BalanceAtJson(UUID account, Instant at, MoneyJson posted) {}
