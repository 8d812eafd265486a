package dev.mainstay.bootstrap.coherence.nemeses;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A kind of fault. It strikes, lasts and is over, again and again. */
public interface Nemesis {

    /** What a nemesis lays hands on; two that want the same never strike together. */
    enum Subject {
        REDIS,
        POSTGRES,
        INSTANCES,
        NOTHING
    }

    String name();

    Subject subject();

    /** Whether 503 is a right answer while it strikes and shortly after. */
    default boolean mayRefuse() {
        return subject() == Subject.POSTGRES || subject() == Subject.INSTANCES;
    }

    /** How long it shall last this time. */
    default Duration lasting(RandomGenerator random) {
        return Duration.ofMillis(random.nextInt(500, 4_000));
    }

    /** Strikes, choosing by lot whom, and says whom. */
    String start(RandomGenerator random);

    /** Ends it, and returns when all servers and instances run again. */
    void stop();
}
