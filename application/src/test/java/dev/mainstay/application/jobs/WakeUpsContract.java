package dev.mainstay.application.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link WakeUps} does for the workers of its own instance, and for another's where it reaches them. */
public abstract class WakeUpsContract {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(30);

    private final String queue = "contract-" + Long.toString(System.nanoTime(), 36);

    protected abstract WakeUps wakeUps();

    /** The same queue as another instance has it; by default that of this one. */
    protected WakeUps anotherInstance() {
        return wakeUps();
    }

    private static Duration awaiting(WakeUps wakeUps, String queue, Duration longest) throws InterruptedException {
        long start = System.nanoTime();
        wakeUps.await(queue, longest);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void a_worker_that_waits_is_woken() throws Exception {
        var worker = CompletableFuture.supplyAsync(() -> {
            try {
                return awaiting(wakeUps(), queue, LONG);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });

        wakeUps().wake(queue);

        assertThat(worker.get(LONG.toSeconds(), TimeUnit.SECONDS)).isLessThan(LONG);
    }

    @Test
    void a_wake_up_before_the_wait_is_not_lost() throws InterruptedException {
        wakeUps().wake(queue);

        assertThat(awaiting(wakeUps(), queue, LONG)).isLessThan(LONG);
    }

    @Test
    void nobody_waits_longer_than_asked() throws InterruptedException {
        assertThat(awaiting(wakeUps(), queue, MOMENT)).isLessThan(LONG);
    }

    @Test
    void several_wake_ups_are_one() throws InterruptedException {
        wakeUps().wake(queue);
        wakeUps().wake(queue);
        wakeUps().await(queue, LONG);

        assertThat(awaiting(wakeUps(), queue, MOMENT)).isGreaterThanOrEqualTo(MOMENT.minusMillis(5));
    }

    @Test
    void queues_are_woken_apart() throws InterruptedException {
        wakeUps().wake(queue + "-other");

        assertThat(awaiting(wakeUps(), queue, MOMENT)).isGreaterThanOrEqualTo(MOMENT.minusMillis(5));
    }

    @Test
    void a_worker_on_another_instance_is_woken_too() throws InterruptedException {
        anotherInstance().await(queue, Duration.ZERO);

        // A wake-up may be lost while the subscription is on its way; it may be sent again at will.
        boolean woken = false;
        for (int attempt = 0; attempt < 100 && !woken; attempt++) {
            wakeUps().wake(queue);
            woken = awaiting(anotherInstance(), queue, Duration.ofMillis(100)).toMillis() < 95;
        }
        assertThat(woken).isTrue();
    }
}
