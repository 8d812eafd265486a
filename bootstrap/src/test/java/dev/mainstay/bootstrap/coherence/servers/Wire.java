package dev.mainstay.bootstrap.coherence.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One connection over a link, carried by two threads that block: on two cores that costs less than anything cleverer. */
final class Wire {

    private static final int CHUNK = 64 * 1024;

    private final Socket client;
    private final Socket server;
    private final Gates gates;
    private final AtomicBoolean over = new AtomicBoolean();
    private Thread requests = Thread.currentThread();
    private Thread answers = Thread.currentThread();

    Wire(Socket client, Socket server, Gates gates) throws SocketException {
        this.client = client;
        this.server = server;
        this.gates = gates;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    /** Begins to carry, and tells when it is over. */
    void carry(Runnable afterwards) {
        requests = Thread.ofPlatform().daemon().unstarted(() -> pump(client, server, Direction.REQUESTS, afterwards));
        answers = Thread.ofPlatform().daemon().unstarted(() -> pump(server, client, Direction.ANSWERS, afterwards));
        requests.start();
        answers.start();
    }

    private void pump(Socket from, Socket to, Direction direction, Runnable afterwards) {
        Gate gate = gates.of(direction);
        var bytes = new byte[CHUNK];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            int count;
            do {
                count = in.read(bytes);
                gate.pass();
                if (count > 0 && !over.get()) {
                    out.write(bytes, 0, count);
                }
            } while (count >= 0 && !over.get());
        } catch (IOException broken) {
            awaitHealing(gate);
        } catch (InterruptedException wasReset) {
            Thread.currentThread().interrupt();
        } finally {
            reset();
            afterwards.run();
        }
    }

    /** The other end learns of a break only over a whole wire. */
    private void awaitHealing(Gate gate) {
        try {
            if (!over.get()) {
                gate.pass();
            }
        } catch (InterruptedException wasReset) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends both halves at once. */
    void reset() {
        if (over.compareAndSet(false, true)) {
            reset(client);
            reset(server);
            requests.interrupt();
            answers.interrupt();
        }
    }

    /** Closes with a reset, so that the peer does not take it for an orderly end. */
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException alreadyClosed) {
            return;
        }
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
