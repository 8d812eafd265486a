package dev.mainstay.bootstrap.coherence.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** An operator's connection to a Redis, past all links: one command at a time. */
final class Resp implements AutoCloseable {

    private static final int PATIENCE = 5_000;

    private final Socket socket = new Socket();
    private final InputStream in;

    Resp(int port) {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One command over a connection of its own; the items of its answer. */
    static List<String> ask(int port, String... command) {
        try (var connection = new Resp(port)) {
            return connection.send(command);
        }
    }

    /** Sends a command and returns the items of its answer; one that is no list is a list of one. */
    List<String> send(String... command) {
        try {
            var text = new StringBuilder("*").append(command.length).append("\r\n");
            for (String word : command) {
                text.append('$').append(word.getBytes(UTF_8).length).append("\r\n");
                text.append(word).append("\r\n");
            }
            socket.getOutputStream().write(text.toString().getBytes(UTF_8));
            var items = new ArrayList<String>();
            read(items);
            return items;
        } catch (IOException failure) {
            throw new UncheckedIOException(String.join(" ", command), failure);
        }
    }

    private void read(List<String> items) throws IOException {
        String line = line();
        String rest = line.substring(1);
        switch (line.charAt(0)) {
            case '-' -> throw new IOException("Redis answered " + rest);
            case '$' -> {
                if (!rest.equals("-1")) {
                    items.add(new String(in.readNBytes(Integer.parseInt(rest)), UTF_8));
                    line();
                }
            }
            case '*' -> {
                for (int left = Integer.parseInt(rest); left > 0; left--) {
                    read(items);
                }
            }
            default -> items.add(rest);
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new IOException("Redis closed the connection");
            }
            line.append((char) next);
        }
        in.read();
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
