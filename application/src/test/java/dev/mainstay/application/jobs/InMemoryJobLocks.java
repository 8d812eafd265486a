package dev.mainstay.application.jobs;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Locks of jobs inside one process. */
public final class InMemoryJobLocks implements JobLocks {

    private final Set<String> running = ConcurrentHashMap.newKeySet();

    @Override
    public boolean ifFree(String job, Runnable work) {
        if (!running.add(job)) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            running.remove(job);
        }
    }
}
