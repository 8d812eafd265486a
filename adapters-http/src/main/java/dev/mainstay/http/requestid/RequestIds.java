package dev.mainstay.http.requestid;

import io.micronaut.http.HttpRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a request: the client's, if it is sane, else a new one. */
public final class RequestIds {

    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "mainstay.request-id";
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private RequestIds() {}

    /** The same id each time for the same request. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE).map(String.class::cast).orElseGet(() -> {
            @Nullable String given = request.getHeaders().get(HEADER);
            String id = given != null && SANE.matcher(given).matches() ? given : fresh();
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }

    private static String fresh() {
        // It must not repeat, but may be guessed.
        var random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }
}
