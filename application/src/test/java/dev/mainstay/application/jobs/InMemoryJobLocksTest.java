package dev.mainstay.application.jobs;

class InMemoryJobLocksTest extends JobLocksContract {

    private final JobLocks locks = new InMemoryJobLocks();

    @Override
    protected JobLocks locks() {
        return locks;
    }
}
