package dev.mainstay.application.coherence;

import java.util.Arrays;

/** {@code module:entity:scope:id}, four lowercase segments (G18). Made by the catalogue and by signals' policies, never by hand. */
public record CacheKey(KeyModule module, String entity, String scope, String id) {

    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte HYPHEN = 4;
    private static final byte DOT_OR_UNDERSCORE = 8;
    private static final byte[] KINDS = new byte[128];

    static {
        Arrays.fill(KINDS, 'a', 'z' + 1, LETTER);
        Arrays.fill(KINDS, '0', '9' + 1, DIGIT);
        KINDS['-'] = HYPHEN;
        KINDS['.'] = DOT_OR_UNDERSCORE;
        KINDS['_'] = DOT_OR_UNDERSCORE;
    }

    public CacheKey {
        require(isWord(entity), "entity", entity, "[a-z][a-z0-9-]*");
        require(isWord(scope), "scope", scope, "[a-z][a-z0-9-]*");
        require(isId(id), "id", id, "[a-z0-9][a-z0-9._-]*");
    }

    private static void require(boolean right, String segment, String value, String expected) {
        if (!right) {
            throw new IllegalArgumentException("not a key's " + segment + ": '" + value + "', expected " + expected);
        }
    }

    private static boolean isWord(String value) {
        return !value.isEmpty() && mayBe(value.charAt(0), LETTER) && hasOnly(value, LETTER | DIGIT | HYPHEN);
    }

    private static boolean isId(String value) {
        return !value.isEmpty()
                && mayBe(value.charAt(0), LETTER | DIGIT)
                && hasOnly(value, LETTER | DIGIT | HYPHEN | DOT_OR_UNDERSCORE);
    }

    /** Without a regular expression or a comparison for each kind: three keys are made for each warm read. */
    private static boolean hasOnly(String value, int kinds) {
        for (int index = 0; index < value.length(); index++) {
            if (!mayBe(value.charAt(index), kinds)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayBe(char each, int kinds) {
        return each < KINDS.length && (KINDS[each] & kinds) != 0;
    }

    @Override
    public String toString() {
        return module.segment() + ':' + entity + ':' + scope + ':' + id;
    }
}
