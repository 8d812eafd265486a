package dev.mainstay.http.home;

import dev.mainstay.application.coherence.Rendering;
import dev.mainstay.application.home.Home;
import dev.mainstay.application.home.HomeViews;
import dev.mainstay.application.home.ShowHome;
import dev.mainstay.http.caching.ReadyAnswer;
import dev.mainstay.http.caching.ReadyRendering;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;

/** The home page as it lies ready beside its view, for callers without a widget that is read each time. */
@Factory
@Requires(property = "mainstay.features.home", notEquals = "false")
@Requires(beans = ShowHome.class)
final class ReadyHome {

    static final String NAME = "home";

    @Singleton
    ReadyAnswer answer(ShowHome show) {
        return ReadyAnswer.of(NAME, show::glance);
    }

    /** Made for the cache that {@link ShowHome} itself reads from, so it asks for that no sooner than it needs it. */
    @Singleton
    Rendering<Home> rendering(BeanProvider<ShowHome> show, JsonMapper json) {
        return new ReadyRendering<>(
                HomeViews.HOME,
                HomeJson.class,
                (home, asOf) -> show.get().lasting(home).map(page -> HomeJson.from(page, asOf)),
                page -> "",
                json);
    }
}
