package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.RegisterLine;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.TransactionStatus;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A posting in an account's register.
 *
 * @param line its place in its transaction, from 0
 * @param balance the posted balance after it, which a pending one does not change
 */
@Serdeable
@Schema(
        name = "RegisterLine",
        requiredProperties = {
            "transaction",
            "line",
            "at",
            "day",
            "status",
            "origin",
            "description",
            "memo",
            "amount",
            "balance"
        })
record RegisterLineJson(
        UUID transaction,
        int line,
        Instant at,
        LocalDate day,
        TransactionStatus status,
        Origin origin,
        String description,
        String memo,
        MoneyJson amount,
        MoneyJson balance) {

    static RegisterLineJson from(RegisterLine line) {
        return new RegisterLineJson(
                line.transaction().value(),
                line.line(),
                line.at(),
                line.day(),
                line.status(),
                line.origin(),
                line.description().value(),
                line.memo(),
                MoneyJson.from(line.amount()),
                MoneyJson.from(line.balance()));
    }
}
