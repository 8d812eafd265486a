package dev.mainstay.bootstrap.recurrence;

import dev.mainstay.application.planner.Recurrences;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Recurrence rules, whichever features are switched on. */
@Factory
final class RecurrenceFactory {

    @Singleton
    Recurrences recurrences() {
        return new LibRecurRecurrences();
    }
}
