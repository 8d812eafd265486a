package dev.mainstay.redis.deliberate;

import dev.mainstay.application.jobs.JobLocks;
import dev.mainstay.bootstrap.architecture.Violates;

@Violates("redis_stores_no_facts")
final class StoresFacts implements JobLocks {
    @Override
    public boolean ifFree(String job, Runnable work) {
        return false;
    }
}
