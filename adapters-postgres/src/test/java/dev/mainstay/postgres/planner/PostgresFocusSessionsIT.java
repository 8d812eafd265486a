package dev.mainstay.postgres.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.planner.FocusReader;
import dev.mainstay.application.planner.FocusSessions;
import dev.mainstay.application.planner.FocusSessionsContract;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PostgresFocusSessionsIT extends FocusSessionsContract {

    private final Database database = new Database(TestPostgres.freshDatabase());
    private final PostgresFocusSessions sessions = new PostgresFocusSessions(database);
    private final PostgresFocusReader reader = new PostgresFocusReader(database);

    @Override
    protected Transactions transactions() {
        return database;
    }

    @Override
    protected FocusSessions sessions() {
        return sessions;
    }

    @Override
    protected FocusReader reader() {
        return reader;
    }

    @Override
    protected UserId newUser() {
        return Owners.newUser(database);
    }

    @Override
    protected TaskId newTask(UserId owner) {
        return Owners.newTask(database, owner);
    }

    @Test
    void an_overdue_session_that_one_instance_has_claimed_is_left_out_by_the_others() throws Exception {
        Instant longAgo = Instant.parse("2026-01-01T00:00:00Z");
        start(newUser(), longAgo);
        start(newUser(), longAgo);
        Instant limit = longAgo.plus(Duration.ofDays(1));

        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            database.run(() -> {
                assertThat(sessions.claimOverdue(limit, 1)).hasSize(1);
                var elsewhere = other.submit(() -> database.run(() -> sessions.claimOverdue(limit, 10)));
                assertThat(elsewhere)
                        .succeedsWithin(Duration.ofSeconds(10))
                        .satisfies(claimed -> assertThat(claimed).hasSize(1));
                return true;
            });
        }
    }
}
