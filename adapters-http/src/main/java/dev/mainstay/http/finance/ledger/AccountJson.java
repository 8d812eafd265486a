package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.ShowLedger.BalancedAccount;
import dev.mainstay.domain.finance.ledger.AccountKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account in the books.
 *
 * @param version what its ETag says
 * @param currency a code of ISO 4217
 * @param closedAt absent while it is open
 * @param balance what it holds now
 */
@Serdeable
@Schema(
        name = "FinanceAccount",
        requiredProperties = {"id", "version", "kind", "name", "currency", "closed", "createdAt", "balance"},
        example = """
                {"id":"0197a1de-0000-7000-8000-000000000001","version":1,"kind":"BANK","name":"Current account","currency":"EUR",\
                "closed":false,"createdAt":"2026-03-01T12:00:00Z",\
                "balance":{"posted":{"amount":"120.00","currency":"EUR"},"pending":{"amount":"-9.90","currency":"EUR"},\
                "available":{"amount":"110.10","currency":"EUR"}}}""")
record AccountJson(
        UUID id,
        long version,
        AccountKind kind,
        String name,
        String currency,
        boolean closed,
        @Nullable Instant closedAt,
        Instant createdAt,
        BalanceJson balance) {

    static AccountJson from(BalancedAccount balanced) {
        var account = balanced.account();
        return new AccountJson(
                account.id().value(),
                account.version().number(),
                account.kind(),
                account.name().value(),
                account.currency().getCurrencyCode(),
                account.closed(),
                account.closedAt(),
                account.createdAt(),
                BalanceJson.from(balanced.balance()));
    }
}
