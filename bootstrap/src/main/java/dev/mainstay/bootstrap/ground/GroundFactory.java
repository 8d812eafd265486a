package dev.mainstay.bootstrap.ground;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import dev.mainstay.application.caching.DropFromCache;
import dev.mainstay.application.coherence.CacheOperations;
import dev.mainstay.application.coherence.Fences;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.time.Randomness;
import dev.mainstay.application.writing.AfterCommit;
import dev.mainstay.application.writing.InTransaction;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.application.writing.Writes;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Time, ids, randomness, the catalogue of all views, and the write flow. */
@Factory
final class GroundFactory {

    /** Before Micronaut's own. In microseconds, as PostgreSQL keeps them, so that an instant reads the same before and after. */
    @Primary
    @Singleton
    InstantSource clock() {
        var system = InstantSource.system();
        return () -> system.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Singleton
    Ids ids() {
        return TimeOrderedEpochFactory.builder().withIncrementPlus1().build()::create;
    }

    @Singleton
    Randomness randomness() {
        var random = new SecureRandom();
        return length -> {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        };
    }

    @Singleton
    ViewCatalogue catalogue(List<FeatureViews> features) {
        return new ViewCatalogue(
                features.stream().flatMap(feature -> feature.views().stream()).toList());
    }

    @Singleton
    Writes writes(
            Transactions transactions,
            ViewCatalogue catalogue,
            Fences fences,
            List<InTransaction> inTransaction,
            List<AfterCommit> afterCommit) {
        return new Writes(transactions, catalogue, fences, inTransaction, afterCommit);
    }

    @Singleton
    DropFromCache dropFromCache(Writes writes, ViewCatalogue catalogue, CacheOperations operations) {
        return new DropFromCache(writes, catalogue, operations);
    }
}
