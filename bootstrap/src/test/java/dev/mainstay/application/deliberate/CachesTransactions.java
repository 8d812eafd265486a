package dev.mainstay.application.deliberate;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.bootstrap.architecture.Violates;
import dev.mainstay.domain.finance.ledger.Transaction;
import java.util.List;
import java.util.Optional;

@Violates("no_view_holds_a_balance_or_a_transaction")
final class CachesTransactions {
    static final CachedView<String, Page> VIEW =
            CachedView.of(KeyModule.VIEWS, "deliberate", "three", id -> id, Page.class);

    record Page(Optional<List<Line>> lines) {}

    record Line(Transaction transaction) {}

    private CachesTransactions() {}
}
