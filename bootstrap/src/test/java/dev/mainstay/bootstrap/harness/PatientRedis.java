package dev.mainstay.bootstrap.harness;

import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.Rendering;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.bootstrap.configuration.Settings;
import dev.mainstay.redis.RedisAdapters;
import dev.mainstay.redis.connection.RedisSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.netty.channel.EventLoopGroupRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The Redis adapters as they are shipped, but for how long they wait: a machine that is busy with other tests must not make a miss of what
 * a test knows to be a hit. Only where {@code PATIENT_REDIS} asks for it, which no test does that takes Redis away.
 */
@Factory
@Requires(property = "patient.redis", value = "true")
public final class PatientRedis {

    private static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration REQUEST = Duration.ofSeconds(20);

    @Singleton
    @Primary
    @Bean(preDestroy = "close")
    @Replaces(RedisAdapters.class)
    RedisAdapters redis(
            @Property(name = "mainstay.redis.url") String url,
            Settings settings,
            MeterRegistry meters,
            CoherenceLedger ledger,
            Transactions transactions,
            List<Rendering<?>> renderings,
            EventLoopGroupRegistry loops,
            InstantSource clock) {
        var shipped = RedisSettings.of(url);
        var patient = new RedisSettings(
                        url, STEP, REQUEST, shipped.connectTimeout(), shipped.probeEvery(), settings.verifiedShare())
                .on(loops.getDefaultEventLoopGroup());
        return RedisAdapters.open(patient, settings.coherence(), ledger, transactions, renderings, meters, clock);
    }
}
