package dev.mainstay.http.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.mainstay.http.probe.ProbeServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;

/** A client byte by byte, for behaviour that no library shows: it neither reads nor answers pings unless it is told to. */
final class RawLiveClient implements AutoCloseable {

    /** The example of RFC 6455, which every client here uses. */
    static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";

    private final Socket socket;

    private RawLiveClient(Socket socket) {
        this.socket = socket;
    }

    static RawLiveClient connect(ProbeServer server, String token) throws IOException {
        var socket = server.connect();
        socket.getOutputStream().write(handshake(token, "Sec-WebSocket-Version: 13", KEY));
        return new RawLiveClient(socket);
    }

    /** Sends a handshake and is gone before it is answered. */
    static void connectAndLeave(ProbeServer server, String token) throws IOException {
        try (var socket = server.connect()) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(handshake(token, "Sec-WebSocket-Version: 13", KEY));
        }
    }

    /** The answer to a handshake with these lines in the place of version and key. */
    static String answerTo(ProbeServer server, String token, String... lines) throws IOException {
        return server.raw(new String(handshake(token, lines), ISO_8859_1));
    }

    private static byte[] handshake(String token, String... lines) {
        return """
                GET /api/v1/live HTTP/1.1\r
                Host: localhost\r
                Connection: keep-alive, Upgrade\r
                Upgrade: websocket\r
                %s\r
                Authorization: Bearer %s\r
                \r
                """.formatted(String.join("\r\n", lines), token).getBytes(ISO_8859_1);
    }

    /** Reads until the text has come, or the server has ended the connection. */
    String readUntil(String text) throws IOException {
        var read = new ByteArrayOutputStream();
        int each = 0;
        while (each >= 0 && !read.toString(ISO_8859_1).endsWith(text)) {
            each = socket.getInputStream().read();
            read.write(Math.max(each, 0));
        }
        return read.toString(ISO_8859_1);
    }

    /** Reads to the end, however much there is, and returns how much. */
    long readToTheEnd() throws IOException {
        try {
            return socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException reset) {
            return -1;
        }
    }

    /** Sends a short text, masked by zeros. */
    void say(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(0x81);
        out.write(0x80 | text.length());
        out.write(new byte[4]);
        out.write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().write(out.toByteArray());
    }

    /** Says goodbye, and waits until the server has heard it. */
    void leave() throws IOException {
        socket.getOutputStream().write(new byte[] {(byte) 0x88, (byte) 0x80, 0, 0, 0, 0});
        readToTheEnd();
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
