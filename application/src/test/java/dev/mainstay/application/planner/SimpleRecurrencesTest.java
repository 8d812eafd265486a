package dev.mainstay.application.planner;

final class SimpleRecurrencesTest extends RecurrencesContract {
    @Override
    protected Recurrences recurrences() {
        return new SimpleRecurrences();
    }
}
