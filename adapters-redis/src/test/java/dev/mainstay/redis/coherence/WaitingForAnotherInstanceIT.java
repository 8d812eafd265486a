package dev.mainstay.redis.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.ContractView;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Another instance holds the fill lease for longer than anybody waits: the readers here load once, and not each for itself. */
class WaitingForAnotherInstanceIT {

    private static final int READERS = 8;

    private final CountDownLatch filling = new CountDownLatch(1);
    private final CountDownLatch enough = new CountDownLatch(1);

    @Test
    void whoever_waits_in_vain_shares_a_load() {
        try (var redis = TestRedis.start();
                var one = RedisFixture.patient(redis.uri());
                var other = one.another();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var id = UUID.randomUUID();
            threads.execute(() -> one.cache().read(ContractView.VIEW, id, same -> {
                filling.countDown();
                await(enough);
                return ContractView.saying("late");
            }));
            await(filling);
            try {
                // One that comes late, on a busy machine, loads for itself; so until all have come in time once.
                RedisFixture.await("readers that share a load", () -> loads(other, id) == 1);
            } finally {
                enough.countDown();
            }
        }
    }

    /** How many loads it takes when all read at once. */
    private static int loads(RedisFixture instance, UUID id) {
        var loads = new AtomicInteger();
        var answers = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < READERS; reader++) {
                threads.execute(() -> {
                    var answer = instance.cache().read(ContractView.VIEW, id, same -> {
                        loads.incrementAndGet();
                        return ContractView.saying("in time");
                    });
                    answers.addAndGet(answer.value().equals(ContractView.saying("in time")) ? 1 : 0);
                });
            }
        }
        assertThat(answers).hasValue(READERS);
        return loads.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
