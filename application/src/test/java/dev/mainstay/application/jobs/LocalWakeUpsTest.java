package dev.mainstay.application.jobs;

class LocalWakeUpsTest extends WakeUpsContract {

    private final WakeUps wakeUps = new LocalWakeUps();

    @Override
    protected WakeUps wakeUps() {
        return wakeUps;
    }
}
