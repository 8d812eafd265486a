package dev.mainstay.redis.coherence.mutants;

import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.Fences;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.writing.Transactions;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What is put in the place of the protocol's collaborators on an instance. */
record Mutation(
        UnaryOperator<CoherenceLedger> ledger,
        UnaryOperator<Transactions> transactions,
        CacheMutation cache,
        BiFunction<Fences, RawRedis, Fences> fences) {

    /** The protocol as it is. */
    static final Mutation NONE =
            new Mutation(real -> real, real -> real, (real, redis, ledger) -> real, (real, redis) -> real);

    /** Of the cache; the ledger is the real one. */
    @FunctionalInterface
    interface CacheMutation {
        ViewCache of(ViewCache real, RawRedis redis, CoherenceLedger ledger);
    }

    static Mutation ofLedger(UnaryOperator<CoherenceLedger> ledger) {
        return new Mutation(ledger, NONE.transactions, NONE.cache, NONE.fences);
    }

    static Mutation ofTransactions(UnaryOperator<Transactions> transactions) {
        return new Mutation(NONE.ledger, transactions, NONE.cache, NONE.fences);
    }

    static Mutation ofCache(CacheMutation cache) {
        return new Mutation(NONE.ledger, NONE.transactions, cache, NONE.fences);
    }

    static Mutation ofFences(BiFunction<Fences, RawRedis, Fences> fences) {
        return new Mutation(NONE.ledger, NONE.transactions, NONE.cache, fences);
    }
}
