package dev.mainstay.redis.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way from one instance to its Redis, which can be cut, and led to another server. */
public final class TestLink implements AutoCloseable {

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean cut;

    private TestLink(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    public static TestLink to(TestRedis redis) {
        try {
            var link = new TestLink(redis.port());
            Thread.ofVirtual().start(link::accept);
            return link;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String uri() {
        return "redis://127.0.0.1:" + door.getLocalPort();
    }

    /** Breaks what is connected, and lets nothing through any more. */
    public void cut() {
        cut = true;
        open.forEach(TestLink::shut);
    }

    public void heal() {
        cut = false;
    }

    /** From now on whoever connects reaches that one; who is connected stays where they are. */
    public void leadTo(TestRedis redis) {
        target = redis.port();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                if (cut) {
                    shut(near);
                } else {
                    join(near, new Socket(InetAddress.getLoopbackAddress(), target));
                }
            } catch (IOException refused) {
                // The server is away, or the link is closed: whoever connected sees it end.
                Thread.onSpinWait();
            }
        }
    }

    private void join(Socket near, Socket far) {
        open.add(near);
        open.add(far);
        Thread.ofVirtual().start(() -> pump(near, far));
        Thread.ofVirtual().start(() -> pump(far, near));
        if (cut) {
            cut();
        }
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            shut(to);
        } finally {
            open.remove(from);
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        cut();
    }
}
