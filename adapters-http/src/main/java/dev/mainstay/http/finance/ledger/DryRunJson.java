package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.RecordedTransaction;
import dev.mainstay.domain.finance.ledger.Balance;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What would be stored, had it not been a dry run.
 *
 * @param transaction as it would be; its id is good for nothing
 * @param balances what the accounts that it posts to would hold then
 */
@Serdeable
@Schema(
        name = "DryRun",
        requiredProperties = {"transaction", "balances"})
record DryRunJson(TransactionJson transaction, List<AccountBalanceJson> balances) {

    /** What an account would hold. */
    @Serdeable
    @Schema(
            name = "AccountBalance",
            requiredProperties = {"account", "balance"})
    record AccountBalanceJson(UUID account, BalanceJson balance) {}

    static DryRunJson from(RecordedTransaction recorded, Map<LedgerAccountId, Balance> balances) {
        return new DryRunJson(
                TransactionJson.from(recorded),
                recorded.transaction().content().postings().accounts().stream()
                        .map(id -> new AccountBalanceJson(
                                id.value(), BalanceJson.from(Objects.requireNonNull(balances.get(id)))))
                        .toList());
    }
}
