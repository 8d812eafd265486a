package dev.mainstay.application.home;

import dev.mainstay.domain.home.WidgetName;
import java.time.Instant;

/**
 * What a feature contributes to the home page: a name and a loader. A feature that is switched off contributes none (W1). Whatever a
 * loader throws makes its own place on the page unavailable and nothing else.
 */
public sealed interface Widget {

    WidgetName name();

    /** A widget whose content lies in the cached page until an event or time makes it untrue. */
    non-sealed interface Kept extends Widget {

        /** Reads the content from the facts, in one or two statements. */
        Loaded load(HomeMoment moment);
    }

    /** A widget whose content must not lie in Redis: it is loaded after the page, each time the page is shown (G10). */
    non-sealed interface Live extends Widget {

        /** Reads the content from the facts, in one statement, for it is paid for on every hit. */
        LiveContent load(HomeMoment moment);

        /**
         * Whether there is anything to read, as of the making of the page. If not, nobody asks again until the page is made anew, so
         * whatever makes it otherwise must invalidate the page.
         */
        boolean hasContent(HomeMoment moment);

        /** The content where there is nothing to read. */
        LiveContent none();
    }

    /**
     * Content, and until when it is true if nothing is written.
     *
     * @param goodUntil {@link Instant#MAX} if time alone does not make it untrue before the day ends
     */
    record Loaded(KeptContent content, Instant goodUntil) {}
}
