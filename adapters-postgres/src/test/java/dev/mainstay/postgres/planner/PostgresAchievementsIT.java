package dev.mainstay.postgres.planner;

import dev.mainstay.application.planner.Achievements;
import dev.mainstay.application.planner.AchievementsContract;
import dev.mainstay.application.planner.Awards;
import dev.mainstay.application.planner.ProgressBook;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;

class PostgresAchievementsIT extends AchievementsContract {

    private final Database database = new Database(TestPostgres.freshDatabase());
    private final PostgresAchievements achievements = new PostgresAchievements(database);
    private final PostgresProgressBook book = new PostgresProgressBook(database);
    private final PostgresAwards awards = new PostgresAwards(database);

    @Override
    protected Transactions transactions() {
        return database;
    }

    @Override
    protected Achievements achievements() {
        return achievements;
    }

    @Override
    protected ProgressBook book() {
        return book;
    }

    @Override
    protected Awards awards() {
        return awards;
    }

    @Override
    protected UserId newUser() {
        return Owners.newUser(database);
    }
}
