package dev.mainstay.redis.coherence.mutants;

import static dev.mainstay.redis.coherence.mutants.World.elsewhere;

import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import java.util.function.Consumer;

/** The faults of coherence.md, "Why usual cache-aside is not enough", each as the course of events that brings it about. */
enum Fault {
    /** A reader has loaded the old value when a writer comes and goes, and stores it afterwards. */
    SLOW_READER(1, world -> {
        world.read(world.there, () -> {
            long old = world.fact();
            elsewhere(() -> {
                world.write(world.here, 1);
                return old;
            });
            return old;
        });
        world.look(world.there);
    }),

    /** A reader comes while the writer has seen to the key and has not committed. */
    REFILL_BEFORE_COMMIT(2, world -> {
        world.readUntilHit(world.there);
        world.commit(world.here, 1, () -> world.look(world.there)).lower();
        world.saw(1);
        world.look(world.there);
    }),

    /** The writer has committed and not lowered; somebody sees the new value by another way. */
    WINDOW_AFTER_COMMIT(3, world -> {
        world.readUntilHit(world.there);
        var fence = world.commit(world.here, 1, () -> {});
        world.saw(1);
        world.look(world.there);
        fence.lower();
        world.look(world.there);
    }),

    /** The writer's process dies when it has committed. */
    DEATH_AFTER_COMMIT(4, world -> {
        world.readUntilHit(world.there);
        world.commit(world.here, 1, () -> {});
        world.here.close();
        world.saw(1);
        world.look(world.there);
    }),

    /** Redis is out of reach for the writer, and not for the reader. */
    WRITER_CUT_OFF(5, world -> {
        world.readUntilHit(world.there);
        world.here.wire.cut();
        world.write(world.here, 1);
        world.look(world.there);
        world.here.wire.heal();
        world.readUntilHit(world.there);
    }),

    /** Redis fails over to a replica that has not heard of the last write. */
    OLD_DATA_COMES_BACK(6, world -> {
        world.readUntilHit(world.there);
        try (var replica = TestRedis.start()) {
            replicate(world.redis, replica);
            world.write(world.here, 1);
            for (var instance : new Subject[] {world.here, world.there}) {
                instance.wire.leadTo(replica);
                instance.wire.cut();
                instance.wire.heal();
            }
            world.readUntilHit(world.there);
            world.readUntilHit(world.here);
        }
    }),

    /** A reader loses its connection before it stores; a write later the connection is back. */
    REPLAY(7, world -> {
        world.read(world.there, () -> {
            long old = world.fact();
            world.there.wire.cut();
            return old;
        });
        world.write(world.here, 1);
        world.there.wire.heal();
        RedisFixture.await("what was kept to be sent", world.there::hasSentAll);
        world.look(world.here);
    }),

    /** A reader fills just after a write. */
    OLD_SOURCE(8, world -> {
        world.readUntilHit(world.there);
        world.write(world.here, 1);
        world.look(world.there);
        world.look(world.here);
    }),

    /** A reader asks for the view inside a transaction whose snapshot is older than a write. */
    OLD_SNAPSHOT(8, world -> {
        elsewhere(() -> world.there.transactions.run(() -> {
            long snapshot = world.fact();
            elsewhere(() -> {
                world.write(world.here, 1);
                return snapshot;
            });
            // Its own answer is not judged: it is what its transaction sees.
            return world.there.cache().read(World.VIEW, world.id(), asked -> World.shown(snapshot));
        }));
        world.look(world.there);
    }),

    /** Two writers have fenced one key; one lowers, a reader comes, the other commits. */
    TWO_WRITERS(9, world -> {
        var first = world.commit(world.there, 1, () -> {});
        var second = world.commit(world.here, 2, () -> {
            first.lower();
            world.saw(1);
            world.look(world.there);
        });
        world.saw(2);
        world.look(world.there);
        second.lower();
        world.look(world.there);
    }),

    /** "There is none" is stored when the first version is written. */
    NEGATIVE_ENTRY(10, world -> {
        world.readUntilHit(world.there);
        world.write(world.here, 1);
        world.look(world.there);
    }),

    /** A release that counts in hundredths meets one that counts in wholes, on the same key. */
    ANOTHER_RELEASE(11, world -> {
        world.write(world.here, 1);
        RedisFixture.await("a value of the older release", () -> Releases.older(world) == Outcome.HIT);
        Releases.newer(world);
        world.write(world.here, 2);
        RedisFixture.await("a value of the newer release", () -> Releases.newer(world) == Outcome.HIT);
        Releases.older(world);
    }),

    /** The writer pauses between its fence and its commit, shorter than PostgreSQL would notice. */
    LONG_PAUSE(12, world -> {
        world.readUntilHit(world.there);
        world.commit(world.here, 1, () -> {
            // Nothing is heard of a process that pauses.
            world.here.wire.cut();
            RedisFixture.elapse(CarelessFences.MOMENT.multipliedBy(3));
            world.look(world.there);
        });
        world.saw(1);
        world.look(world.there);
    });

    private final int number;
    /** A lambda without state. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<World> course;

    Fault(int number, Consumer<World> course) {
        this.number = number;
        this.course = course;
    }

    /** In coherence.md. */
    int number() {
        return number;
    }

    void happenIn(World world) {
        course.accept(world);
    }

    /** As a replica does, with the marker and all; its run id is its own. */
    private static void replicate(TestRedis primary, TestRedis replica) {
        RedisFixture.inRedisAt(
                primary.uri(),
                from -> RedisFixture.inRedisAt(
                        replica.uri(),
                        to -> from.keys("*").stream()
                                .map(key -> to.set(key, from.get(key)))
                                .toList()));
    }
}
