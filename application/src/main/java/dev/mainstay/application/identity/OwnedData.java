package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.UserId;
import java.util.List;
import java.util.function.Consumer;

/**
 * A feature's share of the export of everything that a user owns (U13); each feature contributes one. A row is a plain record,
 * readable as JSON, and is handed over as it is read, so that a large export fits a small memory.
 */
public interface OwnedData {

    /** The sections in which this feature's data is exported, in order; names such as {@code planner.tasks} are unique over all features. */
    List<Section> sections();

    /** A named list of rows. */
    record Section(String name, Rows rows) {}

    /** Hands over the rows of one user, each once. */
    @FunctionalInterface
    interface Rows {
        void forEach(UserId owner, Consumer<Object> row);
    }
}
