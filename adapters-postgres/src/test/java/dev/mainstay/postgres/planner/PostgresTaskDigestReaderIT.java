package dev.mainstay.postgres.planner;

import dev.mainstay.application.planner.TaskDigestReader;
import dev.mainstay.application.planner.TaskDigestReaderContract;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import java.util.List;

class PostgresTaskDigestReaderIT extends TaskDigestReaderContract {

    private final Database database = new Database(TestPostgres.freshDatabase());

    @Override
    protected TaskDigestReader reader() {
        return new PostgresTaskDigestReader(database);
    }

    @Override
    protected UserId newUser() {
        return Owners.newUser(database);
    }

    @Override
    protected void add(Task task) {
        database.run(() -> {
            new PostgresTasks(database).addAll(List.of(task));
            return true;
        });
    }
}
