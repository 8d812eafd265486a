package dev.mainstay.http.planner.exchange;

import dev.mainstay.domain.planner.Task;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** A file of tasks that comes into being while it is read, one page of tasks at a time. */
public final class TaskFile extends InputStream {

    private final Iterator<List<Task>> pages;
    private final TaskWriter writer;
    private byte[] part;
    private int next;
    private boolean ended;

    private TaskFile(Iterator<List<Task>> pages, TaskWriter writer, byte[] part) {
        this.pages = pages;
        this.writer = writer;
        this.part = part;
    }

    /** The file as a stream. The first page is read at once, so that a database that is away is known before any byte is sent. */
    public static InputStream stream(Iterator<List<Task>> pages, TaskWriter writer) {
        byte[] begin = writer.begin();
        byte[] first = writer.tasks(pages.next());
        byte[] both = new byte[begin.length + first.length];
        System.arraycopy(begin, 0, both, 0, begin.length);
        System.arraycopy(first, 0, both, begin.length, first.length);
        return new TaskFile(pages, writer, both);
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

    /** Whether there is a byte to read; a page of tasks or the end may be empty. */
    private boolean refill() {
        while (next == part.length && !ended) {
            ended = !pages.hasNext();
            part = ended ? writer.end() : writer.tasks(pages.next());
            next = 0;
        }
        return next < part.length;
    }
}
