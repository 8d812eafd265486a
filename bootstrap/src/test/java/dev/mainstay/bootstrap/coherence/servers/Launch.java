package dev.mainstay.bootstrap.coherence.servers;

import java.util.Map;

/**
 * How an instance is started.
 *
 * @param mainClass on the class path of the tests; must print nothing that it needs answered, and serve {@code GET /health/ready}
 * @param environment on top of {@code PORT}, {@code DATABASE_URL} and {@code REDIS_URL}, which lead over the instance's links
 */
public record Launch(String mainClass, Map<String, String> environment) {
    public Launch {
        environment = Map.copyOf(environment);
    }
}
