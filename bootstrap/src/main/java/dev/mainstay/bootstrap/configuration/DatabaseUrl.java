package dev.mainstay.bootstrap.configuration;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where PostgreSQL is: {@code postgresql://user:password@host:port/database?sslmode=…}.
 *
 * @param driverProperties by the names of the JDBC driver
 */
public record DatabaseUrl(
        String host, int port, String database, String user, String password, Map<String, String> driverProperties) {

    private static final String EXPECTED = "postgresql://user:password@host:port/database?sslmode=require";
    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /** libpq's names, which providers hand out, and the JDBC driver's. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "sslmode", "sslmode",
            "sslrootcert", "sslrootcert",
            "sslcert", "sslcert",
            "sslkey", "sslkey",
            "channel_binding", "channelBinding",
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout");

    public DatabaseUrl {
        driverProperties = Map.copyOf(driverProperties);
    }

    static DatabaseUrl parse(String text) {
        URI url = Urls.parse("DATABASE_URL", text, EXPECTED);
        String scheme = String.valueOf(url.getScheme());
        if (!scheme.equals("postgresql") && !scheme.equals("postgres")) {
            throw new Misconfigured("DATABASE_URL must start with postgresql://; expected " + EXPECTED + ".");
        }
        String path = url.getRawPath();
        if (url.getHost() == null || path == null || path.length() < 2) {
            throw new Misconfigured("DATABASE_URL names no host or no database; expected " + EXPECTED + ".");
        }
        return new DatabaseUrl(
                url.getHost(),
                url.getPort() == -1 ? 5432 : url.getPort(),
                Urls.decode(path.substring(1)),
                Urls.user(url)
                        .orElseThrow(() -> new Misconfigured("DATABASE_URL names no user; expected " + EXPECTED + ".")),
                Urls.password(url).orElse(""),
                driverProperties(url));
    }

    private static Map<String, String> driverProperties(URI url) {
        var properties = new HashMap<String, String>();
        Urls.parameters(url).forEach((name, value) -> {
            if (!PARAMETERS.containsKey(name)) {
                throw new Misconfigured("DATABASE_URL has an unknown parameter '" + name + "'; known are "
                        + String.join(
                                ", ", PARAMETERS.keySet().stream().sorted().toList()) + ".");
            }
            if (name.equals("sslmode") && !SSL_MODES.contains(value)) {
                throw new Misconfigured("DATABASE_URL has sslmode '" + value + "'; it must be one of "
                        + String.join(", ", SSL_MODES.stream().sorted().toList()) + ".");
            }
            properties.put(PARAMETERS.getOrDefault(name, name), value);
        });
        return properties;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ':' + port + '/'
                + java.net.URLEncoder.encode(database, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** As it would stand in the environment. */
    public String text() {
        return "postgresql://" + user + (password.isEmpty() ? "" : ":" + password) + '@' + where() + "?sslmode="
                + driverProperties.getOrDefault("sslmode", "prefer");
    }

    /** For messages: without credentials. */
    public String where() {
        return host + ':' + port + '/' + database;
    }

    @Override
    public String toString() {
        return "postgresql://" + user + ":***@" + where();
    }
}
