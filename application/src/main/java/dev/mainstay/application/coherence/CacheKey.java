package dev.mainstay.application.coherence;

/** {@code module:entity:scope:id}, four lowercase segments (G18). Made by the catalogue and by signals' policies, never by hand. */
public record CacheKey(KeyModule module, String entity, String scope, String id) {

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

    /** Without a regular expression: three keys are made for each warm read. */
    private static boolean isWord(String value) {
        return !value.isEmpty() && isLetter(value.charAt(0)) && hasOnly(value, '-', '-');
    }

    private static boolean isId(String value) {
        return !value.isEmpty() && (isLetter(value.charAt(0)) || isDigit(value.charAt(0))) && hasOnly(value, '.', '_');
    }

    /** Letters, digits, hyphens and these two. */
    private static boolean hasOnly(String value, char one, char other) {
        for (int index = 0; index < value.length(); index++) {
            char each = value.charAt(index);
            if (!isLetter(each) && !isDigit(each) && each != '-' && each != one && each != other) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char each) {
        return each >= 'a' && each <= 'z';
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    @Override
    public String toString() {
        return module.segment() + ':' + entity + ':' + scope + ':' + id;
    }
}
