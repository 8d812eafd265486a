package dev.mainstay.bootstrap;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, stopped in the opposite order, once, even if something does not stop well. */
final class Lifecycle implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Lifecycle.class);

    private final Deque<Part> parts = new ArrayDeque<>();
    private boolean closed;

    /** Something to stop, and its name for the log. */
    private record Part(String name, AutoCloseable stop) {}

    /** Remembers something that runs; if everything is being stopped already, it is stopped at once. */
    synchronized <T extends AutoCloseable> T started(String name, T part) {
        stopLater(name, part);
        return part;
    }

    synchronized void stopLater(String name, AutoCloseable stop) {
        parts.push(new Part(name, stop));
        if (closed) {
            close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) {
            Part part = parts.pop();
            try {
                part.stop().close();
            } catch (Exception failure) {
                log.warn("stop_failed part={}", part.name(), failure);
            }
        }
    }
}
