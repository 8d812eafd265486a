package dev.mainstay.application.planner;

import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Task;
import java.util.ArrayList;
import java.util.List;

class InMemoryTaskDigestReaderTest extends TaskDigestReaderContract {

    private final SequentialIds ids = new SequentialIds();
    private final List<Task> tasks = new ArrayList<>();

    @Override
    protected TaskDigestReader reader() {
        return new InMemoryTaskDigestReader(() -> tasks);
    }

    @Override
    protected UserId newUser() {
        return new UserId(ids.next());
    }

    @Override
    protected void add(Task task) {
        tasks.add(task);
    }
}
