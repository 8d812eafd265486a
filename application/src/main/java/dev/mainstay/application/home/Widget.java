package dev.mainstay.application.home;

import dev.mainstay.domain.home.WidgetName;
import java.time.Instant;

/** What a feature contributes to the home page: a name and a loader. A feature that is switched off contributes none (W1). */
public interface Widget {

    WidgetName name();

    /**
     * Reads the content from the facts, in one or two statements. Whatever it throws makes its own place on the page
     * unavailable and nothing else.
     */
    Loaded load(HomeMoment moment);

    /**
     * Content, and until when it is true if nothing is written.
     *
     * @param goodUntil {@link Instant#MAX} if time alone does not make it untrue before the day ends
     */
    record Loaded(WidgetContent content, Instant goodUntil) {}
}
