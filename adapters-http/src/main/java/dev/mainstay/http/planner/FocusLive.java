package dev.mainstay.http.planner;

import dev.mainstay.application.planner.FocusNow;
import dev.mainstay.application.planner.ShowFocus;
import dev.mainstay.http.live.LiveSource;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** The topic {@code focus} of the WebSocket (P3). */
@Factory
@Requires(property = "mainstay.features.focus", notEquals = "false")
@Requires(property = "mainstay.features.planner", notEquals = "false")
@Requires(beans = ShowFocus.class)
final class FocusLive {

    @Singleton
    LiveSource<FocusNow> focus(ShowFocus show) {
        return new LiveSource<>("focus", show::current, FocusNowJson::from);
    }
}
