package dev.mainstay.bootstrap.coherence.mainstay;

import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.bootstrap.configuration.Settings;
import dev.mainstay.redis.RedisAdapters;
import dev.mainstay.redis.coherence.mutants.Mutant;
import dev.mainstay.redis.connection.RedisSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The Redis adapters with one rule of the protocol taken out; only where {@code MUTANT} names which. */
@Factory
@Requires(property = "mutant")
public final class MutatedRedis {

    @Singleton
    @Primary
    @Bean(preDestroy = "close")
    @Replaces(RedisAdapters.class)
    RedisAdapters redis(
            @Property(name = "mutant") String mutant,
            @Property(name = "mainstay.redis.url") String url,
            Settings settings,
            MeterRegistry meters,
            CoherenceLedger ledger,
            Transactions transactions,
            InstantSource clock) {
        return Mutant.valueOf(mutant)
                .open(RedisSettings.of(url), settings.coherence(), ledger, transactions, meters, clock);
    }
}
