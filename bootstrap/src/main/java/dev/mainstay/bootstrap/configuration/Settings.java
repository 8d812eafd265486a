package dev.mainstay.bootstrap.configuration;

import dev.mainstay.application.coherence.CoherenceTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Everything the environment says, each value checked; the README documents the variables.
 *
 * @param port where HTTP is served; 0 takes any free one
 * @param home where embedded servers keep their data, and generated secrets lie
 * @param database empty: an embedded PostgreSQL is started
 * @param redis empty: with an embedded PostgreSQL an embedded Redis is started, else there is no cache (G14)
 * @param jwtSecret signs access tokens; empty only with an embedded PostgreSQL, where one is generated and kept
 * @param features which features are switched off or on by name; those not named are on
 * @param rateLimits policies by name that replace the built-in ones, such as {@code 600/1m, 12000/1h}
 * @param trustedProxies how many proxies in front of it write {@code X-Forwarded-For}
 * @param demo whether an empty database is given demo data
 * @param verifiedShare of the hits of views, 0 to 1, that are recomputed and compared (coherence.md, "Proof", 4)
 * @param coherence how long the trust of the cache lasts; the same for all instances on one database
 * @param stopsWithParent whether it stops when the process that started it is gone, as under {@code mvn -Prun}
 * @param shutdownGraceSeconds how long requests in flight may take to finish
 */
public record Settings(
        int port,
        Path home,
        Optional<DatabaseUrl> database,
        int databasePoolSize,
        Optional<RedisUrl> redis,
        Optional<Secret> jwtSecret,
        Map<String, Boolean> features,
        Map<String, String> rateLimits,
        int trustedProxies,
        boolean demo,
        double verifiedShare,
        CoherenceTimes coherence,
        boolean stopsWithParent,
        int shutdownGraceSeconds) {

    private static final String FEATURE = "FEATURE_";
    private static final String RATE_LIMIT = "RATE_LIMIT_";
    private static final Pattern WINDOWS = Pattern.compile("\\d+/\\d+[smhd](, *\\d+/\\d+[smhd])*");

    public Settings {
        features = Map.copyOf(features);
        rateLimits = Map.copyOf(rateLimits);
    }

    /**
     * More than PostgreSQL can work on at once wait for each other there, and where it is on the same machine they take the processors from
     * everything else: of twice the rate that it can sustain an instance with 20 connections on two cores accepted two thirds, with 8 more than four fifths.
     */
    private static int connections() {
        return Math.max(8, 4 * Runtime.getRuntime().availableProcessors());
    }

    /**
     * Reads and checks the environment.
     *
     * @throws Misconfigured naming the first variable at fault
     */
    public static Settings from(Map<String, String> environment) {
        var variables = new Variables(environment);
        variables.requireOneOf(Logging.FORMAT, Logging.FORMATS);
        variables.requireOneOf(Logging.LEVEL, Logging.LEVELS);
        var database = variables.text("DATABASE_URL").map(DatabaseUrl::parse);
        var secret = variables.text("JWT_SECRET").map(Secret::of);
        if (database.isPresent() && secret.isEmpty()) {
            throw new Misconfigured("JWT_SECRET is not set; it must be at least " + Secret.LEAST_BYTES
                    + " random bytes, such as the output of 'openssl rand -base64 48'.");
        }
        return new Settings(
                variables.number("PORT", 8080, 0, 65_535),
                Path.of(variables.text("MAINSTAY_HOME").orElse(".mainstay")).toAbsolutePath(),
                database,
                variables.number("DATABASE_POOL_SIZE", connections(), 2, 500),
                variables.text("REDIS_URL").map(RedisUrl::parse),
                secret,
                features(environment, variables),
                rateLimits(environment, variables),
                variables.number("TRUSTED_PROXIES", 0, 0, 10),
                variables.flag("DEMO_DATA", false),
                variables.number("CACHE_VERIFIED_PERCENT", 0, 0, 100) / 100.0,
                coherence(variables),
                variables.flag("STOP_WITH_PARENT", false),
                variables.number("SHUTDOWN_GRACE_SECONDS", 10, 0, 600));
    }

    private static CoherenceTimes coherence(Variables variables) {
        int trust = variables.number("CACHE_TRUST_MILLIS", 500, 10, 60_000);
        int idle = variables.number("TRANSACTION_IDLE_MILLIS", 5_000, 100, 60_000);
        if (idle < 2 * trust) {
            throw new Misconfigured("TRANSACTION_IDLE_MILLIS must be at least twice CACHE_TRUST_MILLIS, which is "
                    + trust + "; not " + idle + ".");
        }
        return new CoherenceTimes(Duration.ofMillis(trust), Duration.ofMillis(idle));
    }

    private static Map<String, Boolean> features(Map<String, String> environment, Variables variables) {
        var switches = new TreeMap<String, Boolean>();
        for (String name : environment.keySet()) {
            if (name.startsWith(FEATURE)) {
                switches.put(
                        Feature.named(name, name.substring(FEATURE.length())).property(), variables.flag(name, true));
            }
        }
        return switches;
    }

    private static Map<String, String> rateLimits(Map<String, String> environment, Variables variables) {
        var limits = new TreeMap<String, String>();
        for (String name : environment.keySet()) {
            if (name.startsWith(RATE_LIMIT)) {
                variables.text(name).ifPresent(windows -> {
                    if (!WINDOWS.matcher(windows).matches()) {
                        throw new Misconfigured(name + " must be like '600/1m, 12000/1h', not '" + windows + "'.");
                    }
                    limits.put(
                            name.substring(RATE_LIMIT.length())
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'),
                            windows);
                });
            }
        }
        return limits;
    }
}
