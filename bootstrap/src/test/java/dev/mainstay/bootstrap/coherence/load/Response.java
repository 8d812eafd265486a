package dev.mainstay.bootstrap.coherence.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** An answer, in a buffer that the next answer over the same connection overwrites. */
public final class Response {

    private static final int LONGEST = 1 << 22;

    private byte[] bytes = new byte[16 * 1024];
    private int filled;
    private int bodyBegin;
    private int bodyEnd;
    private int status;

    /** Reads one answer; its body must have a length, or there must be none. */
    void read(InputStream in) throws IOException {
        filled = 0;
        int head = -1;
        for (int seen = 0; head < 0; seen = Math.max(0, filled - 3)) {
            fill(in);
            head = endOfHead(seen);
        }
        status = Integer.parseInt(new String(bytes, 9, 3, ISO_8859_1));
        bodyBegin = head;
        String length = header("content-length");
        if (length.isEmpty() && !header("transfer-encoding").isEmpty()) {
            throw new IOException("an answer without a length");
        }
        bodyEnd = head + (length.isEmpty() ? 0 : Integer.parseInt(length));
        while (filled < bodyEnd) {
            fill(in);
        }
        if (filled > bodyEnd) {
            throw new IOException("more was answered than was asked");
        }
    }

    private void fill(InputStream in) throws IOException {
        if (filled == bytes.length) {
            if (filled >= LONGEST) {
                throw new IOException("too long an answer");
            }
            bytes = Arrays.copyOf(bytes, filled * 2);
        }
        int count = in.read(bytes, filled, bytes.length - filled);
        if (count < 0) {
            throw new EOFException("the connection was closed after " + filled + " bytes");
        }
        filled += count;
    }

    private int endOfHead(int from) {
        for (int at = from; at + 3 < filled; at++) {
            if (bytes[at] == '\r' && bytes[at + 1] == '\n' && bytes[at + 2] == '\r' && bytes[at + 3] == '\n') {
                return at + 4;
            }
        }
        return -1;
    }

    public int status() {
        return status;
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** A header by its name in lower case; empty if it is not there. */
    public String header(String name) {
        for (int line = lineAfter(0); line < bodyBegin - 2; line = lineAfter(line)) {
            if (named(line, name)) {
                int end = lineAfter(line) - 2;
                return new String(bytes, line + name.length() + 1, end - line - name.length() - 1, ISO_8859_1).strip();
            }
        }
        return "";
    }

    private int lineAfter(int at) {
        int next = at;
        while (bytes[next] != '\n') {
            next++;
        }
        return next + 1;
    }

    private boolean named(int line, String name) {
        for (int at = 0; at < name.length(); at++) {
            if (Character.toLowerCase(bytes[line + at]) != name.charAt(at)) {
                return false;
            }
        }
        return bytes[line + name.length()] == ':';
    }

    /** The whole number that follows the marker in the body; -1 if there is none. */
    public long numberAfter(String marker) {
        int at = indexInBody(marker);
        if (at < 0) {
            return -1;
        }
        long number = -1;
        for (int digit = at + marker.length(); digit < bodyEnd && Character.isDigit(bytes[digit]); digit++) {
            number = Math.max(number, 0) * 10 + (bytes[digit] - '0');
        }
        return number;
    }

    /** Whether the text, of ASCII alone, stands in the body. */
    public boolean contains(String text) {
        return indexInBody(text) >= 0;
    }

    private int indexInBody(String text) {
        int last = bodyEnd - text.length();
        for (int from = bodyBegin; from <= last; from++) {
            int same = 0;
            while (same < text.length() && bytes[from + same] == text.charAt(same)) {
                same++;
            }
            if (same == text.length()) {
                return from;
            }
        }
        return -1;
    }

    /** The text between the marker and the next quotation mark; empty if the marker is not there. */
    public String textAfter(String marker) {
        int at = indexInBody(marker);
        if (at < 0) {
            return "";
        }
        int begin = at + marker.length();
        int end = begin;
        while (end < bodyEnd && bytes[end] != '"') {
            end++;
        }
        return new String(bytes, begin, end - begin, UTF_8);
    }

    /** The number of the version in the ETag, such as 3 of {@code "v3"}; -1 if there is none. */
    public long etagVersion() {
        String tag = header("etag");
        int end = 2;
        while (end < tag.length() && Character.isDigit(tag.charAt(end))) {
            end++;
        }
        return end > 2 ? Long.parseLong(tag.substring(2, end)) : -1;
    }

    public String body() {
        return new String(bytes, bodyBegin, bodyEnd - bodyBegin, UTF_8);
    }

    @Override
    public String toString() {
        return status + " " + body();
    }
}
