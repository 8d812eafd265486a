package dev.mainstay.http.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Starts the server of this module on a free port; talks to it with a proper client, or byte by byte. */
public final class ProbeServer implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final EmbeddedServer server;

    private ProbeServer(EmbeddedServer server) {
        this.server = server;
    }

    public static ProbeServer start() {
        return start(Map.of());
    }

    public static ProbeServer start(Map<String, Object> settings) {
        var all = new HashMap<String, Object>(settings);
        all.put("micronaut.server.port", -1);
        all.putIfAbsent("mainstay.http.secret", "a secret for tests alone");
        return new ProbeServer(ApplicationContext.run(EmbeddedServer.class, all));
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return server.getApplicationContext().getBeansOfType(type);
    }

    public URI uri() {
        return server.getURI();
    }

    /** Sends a request as alice. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        return sendAs("alice", method, path, body, headers);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public HttpResponse<String> post(String json, String... headers) {
        return send("POST", "/probe", json, headers);
    }

    /** Sends a request with a token, or without if it is empty. */
    public HttpResponse<String> sendAs(String token, String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(server.getURI().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.setHeader("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError("no answer to " + method + ' ' + path, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** A bare connection, for requests that no client would send. */
    public Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout(15_000);
        return socket;
    }

    /** Sends the bytes and reads until the server closes, or has nothing more to say within a quarter of a second. */
    public String raw(String bytes) throws IOException {
        try (var socket = connect()) {
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return read(socket);
        }
    }

    /** Reads one answer: its head, and its body as long as Content-Length says. */
    public static String read(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var text = new StringBuilder();
        int wanted = Integer.MAX_VALUE;
        while (text.length() < wanted) {
            int each = in.read();
            if (each < 0) {
                break;
            }
            text.append((char) each);
            if (wanted == Integer.MAX_VALUE && text.indexOf("\r\n\r\n") >= 0) {
                wanted = text.length() + contentLength(text.toString());
            }
        }
        return text.toString();
    }

    private static int contentLength(String head) {
        for (String line : head.split("\r\n", -1)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                return Integer.parseInt(line.substring(15).strip());
            }
        }
        return 0;
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}
