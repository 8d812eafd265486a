package dev.mainstay.domain.text;

import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.Invalid.FieldError;
import java.util.Optional;
import java.util.OptionalInt;

/** What is allowed in text that people type: nothing that cannot be stored, shown, or told apart. */
public final class PlainText {

    private PlainText() {}

    /**
     * A line of visible text of at most so many code points.
     *
     * @throws Invalid naming the field, also when nothing of the line can be seen
     */
    public static void requireLine(String field, String text, int longest) {
        refuse(lineFault(field, text, longest));
        if (text.codePoints().allMatch(PlainText::isInvisible)) {
            throw new Invalid(field, "blank", "must not be empty");
        }
    }

    /**
     * Text of at most so many code points; line feeds and tabs are its only control characters.
     *
     * @throws Invalid naming the field
     */
    public static void requireText(String field, String text, int longest) {
        refuse(textFault(field, text, longest));
    }

    /** What is wrong with a line that may be empty. */
    public static Optional<FieldError> lineFault(String field, String text, int longest) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
            return Optional.of(new FieldError(field, "not_one_line", "must be one line, without line breaks and tabs"));
        }
        return textFault(field, text, longest);
    }

    /** What is wrong with a text that may be empty. */
    public static Optional<FieldError> textFault(String field, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return Optional.of(
                    new FieldError(field, "too_long", "must be at most " + longest + " characters, was " + length));
        }
        OptionalInt forbidden = text.codePoints().filter(PlainText::isForbidden).findFirst();
        return forbidden.isEmpty()
                ? Optional.empty()
                : Optional.of(new FieldError(
                        field,
                        "forbidden_character",
                        "must not contain the character U+%04X".formatted(forbidden.getAsInt())));
    }

    private static void refuse(Optional<FieldError> fault) {
        fault.ifPresent(found -> {
            throw new Invalid(found.field(), found.code(), found.message());
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
