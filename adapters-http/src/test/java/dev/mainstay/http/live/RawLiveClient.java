package dev.mainstay.http.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.mainstay.http.probe.ProbeServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;

/** A client byte by byte, for behaviour that no library shows: it neither reads nor answers pings unless it is told to. */
final class RawLiveClient implements AutoCloseable {

    private final Socket socket;

    private RawLiveClient(Socket socket) {
        this.socket = socket;
    }

    static RawLiveClient connect(ProbeServer server, String token) throws IOException {
        var socket = server.connect();
        socket.getOutputStream().write("""
                        GET /api/v1/live HTTP/1.1\r
                        Host: localhost\r
                        Connection: Upgrade\r
                        Upgrade: websocket\r
                        Sec-WebSocket-Version: 13\r
                        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                        Authorization: Bearer %s\r
                        \r
                        """.formatted(token).getBytes(ISO_8859_1));
        return new RawLiveClient(socket);
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
            return socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (java.net.SocketException reset) {
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

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
