package dev.mainstay.redis.coherence.mutants;

import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.CoherenceTimes;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.redis.RedisAdapters;
import dev.mainstay.redis.connection.RedisSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/** The protocol with one rule taken out, and the fault of coherence.md's list that comes back with it. */
public enum Mutant {
    STORES_WITHOUT_LEASE(Fault.SLOW_READER, Mutation.ofCache(CarelessCaches.WithoutLease::new)),
    EVICTS_BEFORE_COMMIT(
            Fault.REFILL_BEFORE_COMMIT, Mutation.ofFences((real, redis) -> CarelessFences.evictingBefore(redis))),
    DELETES_AFTER_COMMIT(
            Fault.WINDOW_AFTER_COMMIT, Mutation.ofFences((real, redis) -> CarelessFences.deletingAfter(redis))),
    DIES_BEFORE_THE_DELETE(
            Fault.DEATH_AFTER_COMMIT, Mutation.ofFences((real, redis) -> CarelessFences.dyingBeforeTheDelete())),
    TELLS_NOBODY_WHEN_CUT_OFF(Fault.WRITER_CUT_OFF, Mutation.ofLedger(SilentLedger::new)),
    BELIEVES_ANY_LIFE_OF_REDIS(Fault.OLD_DATA_COMES_BACK, Mutation.ofLedger(OneLifeLedger::new)),
    REPLAYS_AFTER_RECONNECTING(Fault.REPLAY, Mutation.ofCache(CarelessCaches.Replaying::new)),
    FILLS_FROM_A_REPLICA(Fault.OLD_SOURCE, Mutation.ofCache((real, redis, ledger) -> new LaggingReplica(real))),
    FILLS_INSIDE_A_TRANSACTION(Fault.OLD_SNAPSHOT, Mutation.ofTransactions(NeverInside::new)),
    LOWERS_FOR_ALL(Fault.TWO_WRITERS, Mutation.ofFences(CarelessFences::loweringForAll)),
    FENCES_ONLY_WHAT_IS_THERE(Fault.NEGATIVE_ENTRY, Mutation.ofFences(CarelessFences::ofWhatIsThere)),
    READS_ANY_RELEASE(
            Fault.ANOTHER_RELEASE,
            Mutation.ofCache((real, redis, ledger) -> new CarelessCaches.OfAnyRelease(real, redis))),
    FENCES_FOR_A_MOMENT(Fault.LONG_PAUSE, Mutation.ofFences(CarelessFences::forAMoment));

    private final Fault fault;

    /** Made of lambdas without state. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    Mutant(Fault fault, Mutation mutation) {
        this.fault = fault;
        this.mutation = mutation;
    }

    Fault fault() {
        return fault;
    }

    Mutation mutation() {
        return mutation;
    }

    /** As {@link RedisAdapters#open}, with the rule taken out. */
    public RedisAdapters open(
            RedisSettings settings,
            CoherenceTimes times,
            CoherenceLedger ledger,
            Transactions transactions,
            MeterRegistry meters,
            InstantSource clock) {
        return open(mutation, new RawRedis(settings.uri()), settings, times, ledger, transactions, meters, clock);
    }

    static RedisAdapters open(
            Mutation mutation,
            RawRedis redis,
            RedisSettings settings,
            CoherenceTimes times,
            CoherenceLedger ledger,
            Transactions transactions,
            MeterRegistry meters,
            InstantSource clock) {
        var real = RedisAdapters.open(
                settings,
                times,
                mutation.ledger().apply(ledger),
                mutation.transactions().apply(transactions),
                meters,
                clock);
        return new RedisAdapters(
                mutation.cache().of(real.viewCache(), redis, ledger),
                mutation.fences().apply(real.fences(), redis),
                real.lastKnown(),
                real.cacheOperations(),
                real.rateLimiter(),
                real.liveChannels(),
                real.wakeUps(),
                real.health(),
                real::awaitStart,
                () -> {
                    real.close();
                    redis.close();
                });
    }
}
