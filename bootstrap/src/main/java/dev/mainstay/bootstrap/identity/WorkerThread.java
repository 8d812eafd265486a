package dev.mainstay.bootstrap.identity;

import java.time.Duration;

/** A worker on a virtual thread of its own, interrupted when the application stops. */
final class WorkerThread {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Thread thread;

    private WorkerThread(Thread thread) {
        this.thread = thread;
    }

    static WorkerThread start(String name, Runnable worker) {
        return new WorkerThread(Thread.ofVirtual().name("worker-" + name).start(worker));
    }

    /** Waits a little for what it is just doing. */
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(PATIENCE);
    }
}
