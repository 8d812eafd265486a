package dev.mainstay.http.home;

import dev.mainstay.application.home.HomePage;
import dev.mainstay.application.home.ShowHome;
import dev.mainstay.http.live.LiveSource;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** The topic {@code home} of the WebSocket (W2). */
@Factory
@Requires(property = "mainstay.features.home", notEquals = "false")
@Requires(beans = ShowHome.class)
final class HomeLive {

    @Singleton
    LiveSource<HomePage> home(ShowHome show) {
        return new LiveSource<>("home", show::of, HomeStateJson::from);
    }
}
