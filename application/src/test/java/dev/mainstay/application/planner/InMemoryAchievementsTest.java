package dev.mainstay.application.planner;

import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;

class InMemoryAchievementsTest extends AchievementsContract {

    private final SequentialIds ids = new SequentialIds();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryAchievements achievements = new InMemoryAchievements(transactions);
    private final InMemoryProgressBook book = new InMemoryProgressBook(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
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
        return achievements;
    }

    @Override
    protected UserId newUser() {
        return new UserId(ids.next());
    }
}
