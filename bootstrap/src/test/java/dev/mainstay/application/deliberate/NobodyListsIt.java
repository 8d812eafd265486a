package dev.mainstay.application.deliberate;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.bootstrap.architecture.Violates;

@Violates("every_view_is_in_the_list_of_its_feature")
final class NobodyListsIt {
    static final CachedView<String, String> VIEW =
            CachedView.of(KeyModule.VIEWS, "deliberate", "two", id -> id, String.class);

    private NobodyListsIt() {}
}
