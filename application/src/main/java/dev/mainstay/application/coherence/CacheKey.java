package dev.mainstay.application.coherence;

import java.util.regex.Pattern;

/** {@code module:entity:scope:id}, four lowercase segments (G18). Made by the catalogue and by signals' policies, never by hand. */
public record CacheKey(KeyModule module, String entity, String scope, String id) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    public CacheKey {
        require(WORD, "entity", entity);
        require(WORD, "scope", scope);
        require(ID, "id", id);
    }

    private static void require(Pattern pattern, String segment, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("not a key's " + segment + ": '" + value + "', expected " + pattern);
        }
    }

    @Override
    public String toString() {
        return module.segment() + ':' + entity + ':' + scope + ':' + id;
    }
}
