package dev.mainstay.application.deliberate;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.bootstrap.architecture.Violates;

@Violates("every_view_names_what_invalidates_it")
final class NothingInvalidatesIt {
    static final CachedView<String, String> VIEW =
            CachedView.of(KeyModule.VIEWS, "deliberate", "one", id -> id, String.class);

    private NothingInvalidatesIt() {}
}
