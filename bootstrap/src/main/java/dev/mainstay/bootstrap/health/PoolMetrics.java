package dev.mainstay.bootstrap.health;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** Lets the connection pool report its figures (O1). */
@Context
final class PoolMetrics {

    PoolMetrics(HikariDataSource pool, MeterRegistry registry) {
        if (pool.getMetricRegistry() == null) {
            pool.setMetricRegistry(registry);
        }
    }
}
