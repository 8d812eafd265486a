package dev.mainstay.bootstrap.coherence.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** A kept HTTP/1.1 connection to an instance; one request at a time. After a failure it is of no more use. */
public final class Connection implements AutoCloseable {

    private static final int TO_CONNECT = 2_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final Response response = new Response();

    /**
     * Connects.
     *
     * @param patience how long to wait for the next bytes of an answer
     */
    public Connection(int port, Duration patience) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) patience.toMillis());
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TO_CONNECT);
            in = socket.getInputStream();
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    /** Sends a request and waits for its answer, which the next one overwrites. */
    public Response send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        response.read(in);
        return response;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
