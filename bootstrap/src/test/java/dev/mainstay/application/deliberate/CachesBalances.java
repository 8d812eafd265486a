package dev.mainstay.application.deliberate;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.application.home.HomePage;
import dev.mainstay.bootstrap.architecture.Violates;

@Violates("no_view_holds_a_balance_or_a_transaction")
final class CachesBalances {
    static final CachedView<String, HomePage> VIEW =
            CachedView.of(KeyModule.VIEWS, "deliberate", "four", id -> id, HomePage.class);

    private CachesBalances() {}
}
