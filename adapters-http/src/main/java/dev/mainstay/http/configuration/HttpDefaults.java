package dev.mainstay.http.configuration;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings that every server with this module has; whatever else is configured goes before them. */
@ContextConfigurer
public final class HttpDefaults implements ApplicationContextConfigurer {

    private static final int BELOW_ALL_FILES = -10_000;

    @Override
    public void configure(ApplicationContextBuilder builder) {
        builder.propertySources(PropertySource.of("mainstay-http-defaults", settings(), BELOW_ALL_FILES));
    }

    private static Map<String, Object> settings() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("micronaut.serde.deserialization.ignore-unknown", false);
        settings.put("micronaut.serde.deserialization.strict-nullable", true);
        settings.put("micronaut.serde.serialization.inclusion", "NON_ABSENT");
        settings.put("micronaut.server.max-request-size", "10MB");
        settings.put("micronaut.server.read-idle-timeout", "60s");
        settings.put("micronaut.server.netty.max-header-size", "16KB");
        settings.put("micronaut.server.dispatch-options-requests", true);
        settings.put("mainstay.http.max-body-size", 1024 * 1024);
        settings.put("mainstay.http.max-file-size", 10 * 1024 * 1024);
        settings.put("mainstay.http.body-timeout", "30s");
        settings.put("mainstay.http.head-timeout", "15s");
        settings.put("mainstay.http.trusted-proxies", 0);
        settings.put("mainstay.http.open-paths", "/health,/health/*,/prometheus");
        settings.put("mainstay.rate-limits.read", "600/1m, 12000/1h");
        settings.put("mainstay.rate-limits.write", "120/1m, 3000/1h");
        settings.put("mainstay.rate-limits.auth", "30/1m, 300/1h");
        settings.put("mainstay.rate-limits.export", "5/1h");
        settings.put("mainstay.rate-limits.open", "300/1m");
        settings.put("mainstay.rate-limits.unauthenticated", "60/1m");
        return settings;
    }
}
