package dev.mainstay.http.planner.exchange;

/** The beginning of a text from a file, short enough to be said back. */
final class Excerpt {

    private static final int LONGEST = 200;

    private Excerpt() {}

    static String of(String text) {
        return text.codePointCount(0, Math.min(text.length(), 2 * LONGEST + 2)) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
