package dev.mainstay.application.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;

@Violates("nothing_is_cached_by_an_annotation")
final class IsCached {
    private IsCached() {}

    @Cacheable
    static String slow() {
        return "";
    }

    private @interface Cacheable {}
}
