package dev.mainstay.domain.planner;

import dev.mainstay.domain.refusal.Invalid;

/** What is allowed in text that people type: nothing that cannot be stored, shown, or told apart. */
final class PlainText {

    private PlainText() {}

    /** A line of visible text of at most so many code points. */
    static void requireLine(String field, String text, int longest) {
        requireText(field, text, longest);
        if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
            throw new Invalid(field, "not_one_line", "must be one line, without line breaks and tabs");
        }
        if (text.codePoints().allMatch(PlainText::isInvisible)) {
            throw new Invalid(field, "blank", "must not be empty");
        }
    }

    /** Text of at most so many code points; line feeds and tabs are its only control characters. */
    static void requireText(String field, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw new Invalid(field, "too_long", "must be at most " + longest + " characters, was " + length);
        }
        text.codePoints().filter(PlainText::isForbidden).findFirst().ifPresent(character -> {
            throw new Invalid(
                    field, "forbidden_character", "must not contain the character U+%04X".formatted(character));
        });
    }

    private static boolean isForbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\t';
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> isBidirectionalOverride(character);
        };
    }

    /** Embeddings, overrides and isolates: they can make text read as something it does not say. */
    private static boolean isBidirectionalOverride(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
