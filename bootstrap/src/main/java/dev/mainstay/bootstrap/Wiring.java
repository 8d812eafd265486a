package dev.mainstay.bootstrap;

import dev.mainstay.bootstrap.configuration.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ConfigurableApplicationContext;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import java.util.HashMap;
import java.util.Map;

/** Hands the checked settings and the open connections to the factories of the features. */
final class Wiring {

    private Wiring() {}

    /**
     * A context that knows its configuration and its beans, and has made none of them. Of the environment, factories see what they are given here
     * and nothing else.
     */
    static ApplicationContext context(Map<String, String> environment, Settings settings, Connections connections) {
        var properties = new HashMap<String, Object>(settings.features());
        settings.rateLimits().forEach((name, windows) -> properties.put("mainstay.rate-limits." + name, windows));
        properties.put("mainstay.http.trusted-proxies", settings.trustedProxies());
        properties.put("micronaut.server.port", settings.port() == 0 ? -1 : settings.port());
        properties.put("mainstay.http.secret", connections.jwtSecret().text());
        connections.redis().ifPresent(redis -> properties.put("mainstay.redis.url", redis.text()));
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .eagerInitSingletons(true)
                .propertySources(new Variables(environment), PropertySource.of("settings", properties))
                .singletons(settings, connections.jwtSecret())
                .build();
        context.getEnvironment().start();
        ((ConfigurableApplicationContext) context).configure();
        return context;
    }

    /** Seen by their own names and by Micronaut's: {@code SMTP_URL} is also {@code smtp.url}. */
    private static final class Variables extends MapPropertySource {
        Variables(Map<String, String> environment) {
            super("environment", environment);
        }

        @Override
        public PropertyConvention getConvention() {
            return PropertyConvention.ENVIRONMENT_VARIABLE;
        }
    }
}
