package dev.mainstay.http.guard;

import dev.mainstay.domain.refusal.NotAuthenticated;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The access token of a request, from {@code Authorization} (RFC 6750). A browser cannot set that header when it opens a WebSocket,
 * so there the token may come as the subprotocol {@code bearer.<token>}; never in the URL, which logs keep.
 */
public final class BearerToken {

    private static final String SCHEME = "bearer ";
    private static final String SUBPROTOCOL = "bearer.";

    private BearerToken() {}

    /**
     * The token, of whatever it may consist: {@link Authentication} says what it is worth.
     *
     * @throws NotAuthenticated if there is none, or not just one
     */
    public static String of(HttpRequest<?> request) {
        @Nullable String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return ofHandshake(request)
                    .orElseThrow(() -> new NotAuthenticated(
                            "token_missing", "Send an access token as 'Authorization: Bearer <token>'."));
        }
        String token = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : "";
        // Of two headers, a proxy in front might have looked at the other one.
        if (token.isEmpty()
                || request.getHeaders().getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
            throw new NotAuthenticated("token_invalid", "Authorization must be 'Bearer <token>', once.");
        }
        return token;
    }

    private static Optional<String> ofHandshake(HttpRequest<?> request) {
        if (!"websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeaders.UPGRADE))) {
            return Optional.empty();
        }
        return request.getHeaders().getAll(HttpHeaders.SEC_WEBSOCKET_PROTOCOL).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(protocol -> protocol.startsWith(SUBPROTOCOL))
                .map(protocol -> protocol.substring(SUBPROTOCOL.length()))
                .findFirst();
    }
}
