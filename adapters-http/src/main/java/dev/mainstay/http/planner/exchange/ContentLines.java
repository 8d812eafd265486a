package dev.mainstay.http.planner.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Content lines as RFC 5545, section 3.1, wants them: CRLF at the end, folded so that no line is longer than 75 octets. */
final class ContentLines {

    private static final int LONGEST = 75;

    private final StringBuilder out = new StringBuilder();

    /** A line whose value needs no escaping. */
    ContentLines raw(String name, String value) {
        fold(name + ':' + value);
        return this;
    }

    /** A line with a TEXT value. */
    ContentLines text(String name, String value) {
        return raw(name, escape(value));
    }

    static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    byte[] bytes() {
        return out.toString().getBytes(UTF_8);
    }

    private void fold(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            int size = size(character);
            if (octets + size > LONGEST) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(character);
            octets += size;
            i += Character.charCount(character);
        }
        out.append("\r\n");
    }

    private static int size(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
