package dev.mainstay.application.jobs;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the workers of this instance. A wake-up that finds nobody waiting is kept for the next who does; several are one. */
public final class LocalWakeUps implements WakeUps {

    private final ConcurrentMap<String, Semaphore> queues = new ConcurrentHashMap<>();

    @Override
    public void wake(String queue) {
        Semaphore pending = pending(queue);
        synchronized (pending) {
            if (pending.availablePermits() == 0) {
                pending.release();
            }
        }
    }

    @Override
    public void await(String queue, Duration longest) throws InterruptedException {
        Semaphore pending = pending(queue);
        if (pending.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            pending.drainPermits();
        }
    }

    private Semaphore pending(String queue) {
        return queues.computeIfAbsent(queue, name -> new Semaphore(0));
    }
}
