package dev.mainstay.http.planner;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.planner.FocusNow;
import dev.mainstay.application.planner.ShowFocus;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.http.live.LiveSource;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** The topic {@code focus} of the WebSocket (P3). */
@Singleton
@Requires(property = "mainstay.features.focus", notEquals = "false")
@Requires(property = "mainstay.features.planner", notEquals = "false")
@Requires(beans = ShowFocus.class)
final class FocusLive implements LiveSource<FocusNow> {

    private final ShowFocus show;

    FocusLive(ShowFocus show) {
        this.show = show;
    }

    @Override
    public String topic() {
        return "focus";
    }

    @Override
    public Cached<FocusNow> read(UserId user) {
        return show.current(user);
    }

    @Override
    public FocusNowJson json(FocusNow state) {
        return FocusNowJson.from(state);
    }
}
