package dev.mainstay.postgres.planner;

import dev.mainstay.application.planner.TaskReader;
import dev.mainstay.application.planner.TaskReaderContract;
import dev.mainstay.application.planner.Tasks;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;

class PostgresTaskReaderIT extends TaskReaderContract {

    private final Database database = new Database(TestPostgres.freshDatabase());
    private final PostgresTasks tasks = new PostgresTasks(database);
    private final PostgresTaskReader reader = new PostgresTaskReader(database);

    @Override
    protected Transactions transactions() {
        return database;
    }

    @Override
    protected Tasks tasks() {
        return tasks;
    }

    @Override
    protected TaskReader reader() {
        return reader;
    }

    @Override
    protected UserId newUser() {
        return Owners.newUser(database);
    }
}
