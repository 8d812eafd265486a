package dev.mainstay.bootstrap.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads URLs with credentials; what it complains of never shows the password. */
final class Urls {

    private Urls() {}

    static URI parse(String variable, String text, String expected) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            // Not the cause: its message repeats the whole text, password and all.
            throw new Misconfigured(variable + " is not a URL (" + malformed.getReason() + "); expected " + expected
                    + ", with special characters in user and password percent-encoded.");
        }
    }

    /** Percent-decoding alone: in credentials {@code +} is a plus. */
    static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    static Optional<String> user(URI url) {
        return Optional.ofNullable(url.getRawUserInfo())
                .map(info -> info.split(":", 2)[0])
                .filter(user -> !user.isEmpty())
                .map(Urls::decode);
    }

    static Optional<String> password(URI url) {
        return Optional.ofNullable(url.getRawUserInfo())
                .map(info -> info.split(":", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> decode(parts[1]));
    }

    static Map<String, String> parameters(URI url) {
        var parameters = new LinkedHashMap<String, String>();
        if (url.getRawQuery() != null) {
            for (String pair : url.getRawQuery().split("&", -1)) {
                String[] parts = pair.split("=", 2);
                parameters.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return parameters;
    }
}
