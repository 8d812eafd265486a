package dev.mainstay.bootstrap.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client of the API: {@code server.api().as(token).header("If-Match", etag).patch("/api/v1/tasks/" + id, Map.of("title", "x"))}.
 * Bodies are maps, lists and values, or a {@code String} that is sent as it is. It is immutable; each call makes a new one.
 */
public record Api(URI server, Map<String, String> headers) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    public Api {
        headers = Map.copyOf(headers);
    }

    static Api to(URI server) {
        return new Api(server, Map.of());
    }

    /** With an access token. */
    public Api as(String accessToken) {
        return header("Authorization", "Bearer " + accessToken);
    }

    /** Logs in and uses the access token. */
    public Api login(String email, String password) {
        return as(post("/api/v1/auth/login", Map.of("email", email, "password", password))
                .expect(200)
                .text("accessToken"));
    }

    public Api header(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Api(server, more);
    }

    public Api ifMatch(String etag) {
        return header("If-Match", etag);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends a request; a null body is none. */
    public Answer send(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, publisher(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        long start = System.nanoTime();
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    method + ' ' + path,
                    response.statusCode(),
                    response.headers(),
                    response.body(),
                    Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException failure) {
            throw new UncheckedIOException(method + ' ' + path, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static BodyPublisher publisher(@Nullable Object body) {
        try {
            return switch (body) {
                case null -> BodyPublishers.noBody();
                case String text -> BodyPublishers.ofString(text);
                case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
                default -> BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
            };
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(failure);
        }
    }
}
