package dev.mainstay.redis.deliberate;

import dev.mainstay.application.jobs.JobLocks;
import dev.mainstay.bootstrap.architecture.Violates;
import java.time.Duration;

@Violates("redis_stores_no_facts")
final class StoresFacts implements JobLocks {
    @Override
    public Duration ifDue(String job, Duration every, Runnable work) {
        return every;
    }
}
