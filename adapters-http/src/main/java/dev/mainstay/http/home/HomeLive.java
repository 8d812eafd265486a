package dev.mainstay.http.home;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.home.Home;
import dev.mainstay.application.home.ShowHome;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.http.live.LiveSource;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** The topic {@code home} of the WebSocket (W2). */
@Singleton
@Requires(property = "mainstay.features.home", notEquals = "false")
@Requires(beans = ShowHome.class)
final class HomeLive implements LiveSource<Home> {

    private final ShowHome show;

    HomeLive(ShowHome show) {
        this.show = show;
    }

    @Override
    public String topic() {
        return "home";
    }

    @Override
    public Cached<Home> read(UserId user) {
        return show.of(user);
    }

    @Override
    public HomeStateJson json(Home state) {
        return HomeStateJson.from(state);
    }
}
