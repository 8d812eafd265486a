package dev.mainstay.http.files;

import java.io.InputStream;
import java.util.Iterator;

/** A file that comes into being while it is read, part by part, so that it is never whole in memory. */
public final class PartStream extends InputStream {

    private final Iterator<byte[]> parts;
    private byte[] part;
    private int next;

    private PartStream(Iterator<byte[]> parts) {
        this.parts = parts;
        this.part = parts.next();
    }

    /** The file as a stream. The first part is made at once, so that what fails then is known before any byte is sent. */
    public static InputStream of(Iterator<byte[]> parts) {
        return new PartStream(parts);
    }

    @Override
    public int read() {
        return refill() ? part[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!refill()) {
            return -1;
        }
        int count = Math.min(length, part.length - next);
        System.arraycopy(part, next, buffer, offset, count);
        next += count;
        return count;
    }

    /** Whether there is a byte to read; a part may be empty. */
    private boolean refill() {
        while (next == part.length && parts.hasNext()) {
            part = parts.next();
            next = 0;
        }
        return next < part.length;
    }
}
