package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.TransactionFilter;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.TransactionStatus;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filters of a list of transactions, as query parameters; all of them must hold. */
@Introspected
record TransactionQuery(
        @QueryValue @Nullable @Parameter(description = "Posts to this account.")
        UUID account,

        @QueryValue @Nullable @Parameter(description = "Posts to this category.")
        UUID category,

        @QueryValue @Nullable @Parameter(description = "Is with this payee.")
        UUID payee,

        @QueryValue @Nullable @Parameter(description = "Has this tag.", example = "home")
        String tag,

        @QueryValue @Nullable @Parameter(description = "Has one of these; any if absent.")
        List<TransactionStatus> status,

        @QueryValue @Nullable @Parameter(description = "The first accounting day.", example = "2026-03-01")
        String from,

        @QueryValue @Nullable @Parameter(description = "The last accounting day.", example = "2026-03-31")
        String to,

        @QueryValue
        @Nullable
        @Parameter(description = "Says this in description or notes, in whatever case.", example = "shop")
        @Schema(maxLength = 200)
        String q) {

    TransactionFilter toFilter() {
        return new TransactionFilter(
                account == null ? null : new LedgerAccountId(account),
                category == null ? null : new CategoryId(category),
                payee == null ? null : new PayeeId(payee),
                tag,
                status == null ? Set.of() : Set.copyOf(status),
                Fields.day("from", from),
                Fields.day("to", to),
                q);
    }
}
