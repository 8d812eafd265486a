package dev.mainstay.bootstrap.coherence.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A faulty wire: listens on a port of its own and passes bytes to a server and back. It can be cut in each direction, made late,
 * reset, made to refuse, and pointed to another server.
 *
 * <p>A cut wire holds what is sent over it, as TCP does through a partition: when it heals, the bytes arrive late, unless the
 * connections are reset. New connections are accepted meanwhile, and get no answer.
 */
public final class Link implements AutoCloseable {

    private final String name;
    private final ServerSocket listener;
    private final Gates gates = new Gates();
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean refusing;

    private Link(String name, ServerSocket listener, int target) {
        this.name = name;
        this.listener = listener;
        this.target = target;
    }

    /** Listens on any free port of the loopback interface, for a server that listens on another. */
    public static Link to(String name, int target) {
        try {
            var link = new Link(name, new ServerSocket(0, 256, InetAddress.getLoopbackAddress()), target);
            Thread.ofPlatform().daemon().name("link " + name).start(link::accept);
            return link;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (refusing) {
                    Wire.reset(client);
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private void connect(Socket client) throws IOException {
        var server = new Socket();
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2_000);
        } catch (IOException away) {
            server.close();
            Wire.reset(client);
            return;
        }
        var wire = new Wire(client, server, gates);
        wires.add(wire);
        wire.carry(() -> wires.remove(wire));
    }

    public String name() {
        return name;
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** New connections go to another server from now on; those that are open stay where they are. */
    public void pointTo(int port) {
        target = port;
    }

    /** Nothing passes in these directions until it is healed. */
    public void cut(Set<Direction> directions) {
        directions.forEach(direction -> gates.of(direction).shut());
    }

    /** Everything passes again, at once, and what was held arrives. */
    public void heal() {
        refusing = false;
        gates.forEach(gate -> {
            gate.delay(Duration.ZERO, Duration.ZERO);
            gate.open();
        });
    }

    /** Whatever is sent arrives later by the delay and up to the jitter. */
    public void delay(Duration delay, Duration jitter) {
        gates.forEach(gate -> gate.delay(delay, jitter));
    }

    /** Ends all open connections without a word, and drops what they hold. */
    public void reset() {
        wires.forEach(Wire::reset);
    }

    /** Resets each new connection until it is healed. */
    public void refuse() {
        refusing = true;
    }

    int connections() {
        return wires.size();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        reset();
    }
}
