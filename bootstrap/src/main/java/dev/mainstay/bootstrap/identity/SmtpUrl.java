package dev.mainstay.bootstrap.identity;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where letters are handed over: {@code smtp://user:password@host:587} (STARTTLS required) or {@code smtps://…:465} (TLS from the start).
 * {@code smtp://localhost} alone may go without TLS.
 *
 * @param user empty: no login
 */
record SmtpUrl(boolean tlsFromStart, String host, int port, String user, String password) {

    static SmtpUrl parse(String text) {
        URI uri = URI.create(text);
        String scheme = String.valueOf(uri.getScheme());
        if (uri.getHost() == null || !(scheme.equals("smtp") || scheme.equals("smtps"))) {
            throw new IllegalArgumentException(
                    "SMTP_URL must look like smtp://user:password@host:587 or smtps://user:password@host:465");
        }
        boolean tls = scheme.equals("smtps");
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new SmtpUrl(
                tls,
                uri.getHost(),
                uri.getPort() >= 0 ? uri.getPort() : tls ? 465 : 587,
                login.length > 0 ? URLDecoder.decode(login[0], StandardCharsets.UTF_8) : "",
                login.length > 1 ? URLDecoder.decode(login[1], StandardCharsets.UTF_8) : "");
    }

    boolean local() {
        return host.equals("localhost") || host.equals("127.0.0.1");
    }

    @Override
    public String toString() {
        return (tlsFromStart ? "smtps://" : "smtp://") + host + ":" + port;
    }
}
