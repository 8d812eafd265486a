package dev.mainstay.http.json;

/** What no text from outside may hold: control characters but tab and line ends, and halves of surrogate pairs. */
public final class CleanText {

    private CleanText() {}

    public static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (Character.isHighSurrogate(each)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(each) || isControl(each)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isControl(char each) {
        return Character.isISOControl(each) && each != '\t' && each != '\n' && each != '\r';
    }
}
