package dev.mainstay.bootstrap.ground;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.postgres.coherence.PostgresCoherenceLedger;
import dev.mainstay.postgres.sql.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** What PostgreSQL decides about the cache; with no Redis there is nothing to decide, and no connection is opened. */
@Factory
@Requires(property = "mainstay.redis.url")
final class LedgerFactory {

    @Singleton
    @Bean(preDestroy = "close")
    LedgerPool ledgerPool(HikariDataSource facts, MeterRegistry meters) {
        return LedgerPool.beside(facts, meters);
    }

    @Singleton
    CoherenceLedger coherenceLedger(Database facts, LedgerPool ledger) {
        return new PostgresCoherenceLedger(facts, ledger.connections(), LedgerPool.PATIENCE);
    }
}
