package dev.mainstay.application.jobs;

import java.time.InstantSource;

class InMemoryJobLocksTest extends JobLocksContract {

    private final JobLocks locks = new InMemoryJobLocks(InstantSource.system());

    @Override
    protected JobLocks locks() {
        return locks;
    }
}
