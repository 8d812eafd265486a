package dev.mainstay.bootstrap.ground;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.postgres.coherence.PostgresCoherenceLedger;
import dev.mainstay.postgres.sql.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL decides about the cache, also for an instance without one: others may have it. */
@Factory
final class LedgerFactory {

    @Singleton
    @Bean(preDestroy = "close")
    LedgerPool ledgerPool(
            HikariDataSource facts,
            MeterRegistry meters,
            @Nullable @Property(name = "mainstay.redis.url") String redis) {
        return redis == null ? LedgerPool.forSignsOfLife(facts, meters) : LedgerPool.beside(facts, meters);
    }

    @Singleton
    CoherenceLedger coherenceLedger(Database facts, LedgerPool ledger) {
        return new PostgresCoherenceLedger(facts, ledger.connections(), LedgerPool.PATIENCE);
    }
}
