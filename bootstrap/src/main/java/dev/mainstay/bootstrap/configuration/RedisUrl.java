package dev.mainstay.bootstrap.configuration;

import java.net.URI;

/** Where Redis is: {@code redis://user:password@host:port/0}, or {@code rediss://} for TLS (G14). */
public record RedisUrl(String text) {

    private static final String EXPECTED = "redis://user:password@host:port or rediss:// for TLS";

    static RedisUrl parse(String text) {
        URI url = Urls.parse("REDIS_URL", text, EXPECTED);
        String scheme = String.valueOf(url.getScheme());
        if (!scheme.equals("redis") && !scheme.equals("rediss")) {
            throw new Misconfigured("REDIS_URL must start with redis:// or rediss://; expected " + EXPECTED + ".");
        }
        if (url.getHost() == null) {
            throw new Misconfigured("REDIS_URL names no host; expected " + EXPECTED + ".");
        }
        return new RedisUrl(text);
    }

    @Override
    public String toString() {
        return text.replaceAll("//[^@/]*@", "//***@");
    }
}
