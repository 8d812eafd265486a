package dev.mainstay.bootstrap.ground;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.application.audit.AuditLog;
import dev.mainstay.application.audit.AuditTrail;
import dev.mainstay.application.idempotency.IdempotencyRecords;
import dev.mainstay.application.idempotency.IdempotentRequests;
import dev.mainstay.application.jobs.JobLocks;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.jobs.PeriodicJob;
import dev.mainstay.bootstrap.jobs.PeriodicJobs;
import dev.mainstay.postgres.audit.PostgresAuditLog;
import dev.mainstay.postgres.idempotency.PostgresIdempotencyRecords;
import dev.mainstay.postgres.jobs.PostgresJobLocks;
import dev.mainstay.postgres.sql.Database;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The store of facts, and what every feature keeps in it. */
@Factory
final class FactsFactory {

    private static final Duration IDEMPOTENCY_KEYS_LAST = Duration.ofHours(24);

    /** Bound by its class and as the port {@code Transactions}. */
    @Singleton
    Database database(HikariDataSource pool) {
        return new Database(pool);
    }

    @Singleton
    AuditLog auditLog(Database database) {
        return new PostgresAuditLog(database);
    }

    @Singleton
    AuditTrail auditTrail(AuditLog log, InstantSource clock) {
        return new AuditTrail(log, clock);
    }

    @Singleton
    IdempotencyRecords idempotencyRecords(Database database) {
        return new PostgresIdempotencyRecords(database);
    }

    @Singleton
    IdempotentRequests idempotentRequests(Writes writes, IdempotencyRecords records, InstantSource clock) {
        return new IdempotentRequests(writes, records, clock);
    }

    @Singleton
    PeriodicJob forgettingIdempotencyKeys(Writes writes, IdempotencyRecords records, InstantSource clock) {
        return new PeriodicJob(
                "forget-idempotency-keys",
                Duration.ofHours(1),
                () -> writes.run(events -> records.forgetBefore(clock.instant().minus(IDEMPOTENCY_KEYS_LAST))));
    }

    @Singleton
    JobLocks jobLocks(Database database) {
        return new PostgresJobLocks(database);
    }

    @Context
    @Bean(preDestroy = "close")
    PeriodicJobs periodicJobs(JobLocks locks, List<PeriodicJob> jobs) {
        var scheduler = new PeriodicJobs(locks, jobs);
        scheduler.start();
        return scheduler;
    }
}
