package dev.mainstay.bootstrap.home;

import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.home.ArrangeHome;
import dev.mainstay.application.home.HomeLayouts;
import dev.mainstay.application.home.HomeOwnedData;
import dev.mainstay.application.home.HomeViews;
import dev.mainstay.application.home.ShowHome;
import dev.mainstay.application.home.Widget;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.live.LiveTopic;
import dev.mainstay.application.reading.Reads;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.ground.FeatureViews;
import dev.mainstay.postgres.home.PostgresHomeLayouts;
import dev.mainstay.postgres.sql.Database;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** The home page (W1, W2): whatever widgets the features that are switched on contribute. */
@Factory
@Requires(property = "mainstay.features.home", notEquals = "false")
final class HomeFactory {

    @Singleton
    HomeLayouts homeLayouts(Database database) {
        return new PostgresHomeLayouts(database);
    }

    @Singleton
    FeatureViews homeViews() {
        return new FeatureViews(HomeViews.all());
    }

    @Singleton
    LiveTopic homeTopic() {
        return new LiveTopic("home", HomeViews.HOME);
    }

    @Singleton
    ShowHome showHome(
            ViewCache views,
            Reads reads,
            HomeLayouts layouts,
            UserZones zones,
            List<Widget> widgets,
            InstantSource clock) {
        return new ShowHome(views, reads, layouts, zones, widgets, clock);
    }

    @Singleton
    ArrangeHome arrangeHome(Writes writes, HomeLayouts layouts) {
        return new ArrangeHome(writes, layouts);
    }

    @Singleton
    HomeOwnedData homeOwnedData(HomeLayouts layouts) {
        return new HomeOwnedData(layouts);
    }
}
