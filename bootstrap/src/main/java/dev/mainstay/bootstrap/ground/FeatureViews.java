package dev.mainstay.bootstrap.ground;

import dev.mainstay.application.coherence.CachedView;
import java.util.List;

/** The views of one feature, as its factory hands them to the catalogue. */
public record FeatureViews(List<CachedView<?, ?>> views) {
    public FeatureViews {
        views = List.copyOf(views);
    }
}
