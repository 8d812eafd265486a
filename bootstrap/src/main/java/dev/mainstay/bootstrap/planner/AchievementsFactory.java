package dev.mainstay.bootstrap.planner;

import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.planner.AchievementViews;
import dev.mainstay.application.planner.Achievements;
import dev.mainstay.application.planner.AchievementsOwnedData;
import dev.mainstay.application.planner.AnnounceReleasedAchievements;
import dev.mainstay.application.planner.AwardAchievements;
import dev.mainstay.application.planner.Awards;
import dev.mainstay.application.planner.ProgressBook;
import dev.mainstay.application.planner.ReviseAchievement;
import dev.mainstay.application.planner.ShowAchievements;
import dev.mainstay.application.planner.TaskDigestReader;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.ground.FeatureViews;
import dev.mainstay.postgres.planner.PostgresAchievements;
import dev.mainstay.postgres.planner.PostgresAwards;
import dev.mainstay.postgres.planner.PostgresProgressBook;
import dev.mainstay.postgres.planner.PostgresTaskDigestReader;
import dev.mainstay.postgres.sql.Database;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Achievements (P4), and what the planner lets others show in brief. */
@Factory
@Requires(property = "mainstay.features.planner", notEquals = "false")
final class AchievementsFactory {

    @Singleton
    Achievements achievements(Database database) {
        return new PostgresAchievements(database);
    }

    @Singleton
    ProgressBook progressBook(Database database) {
        return new PostgresProgressBook(database);
    }

    @Singleton
    Awards awards(Database database) {
        return new PostgresAwards(database);
    }

    @Singleton
    FeatureViews achievementViews() {
        return new FeatureViews(AchievementViews.all());
    }

    @Singleton
    AwardAchievements awardAchievements(ProgressBook book, Awards awards, UserZones zones) {
        return new AwardAchievements(book, awards, zones);
    }

    @Singleton
    ShowAchievements showAchievements(
            ViewCache views,
            Achievements achievements,
            ProgressBook book,
            Awards awards,
            UserZones zones,
            InstantSource clock) {
        return new ShowAchievements(views, achievements, book, awards, zones, clock);
    }

    @Singleton
    ReviseAchievement reviseAchievement(Writes writes, Achievements achievements) {
        return new ReviseAchievement(writes, achievements);
    }

    @Singleton
    AnnounceReleasedAchievements announceReleasedAchievements(Writes writes, Achievements achievements) {
        return new AnnounceReleasedAchievements(writes, achievements);
    }

    @Singleton
    ApplicationEventListener<StartupEvent> announcingAtTheStart(AnnounceReleasedAchievements announce) {
        return started -> announce.handle();
    }

    @Singleton
    AchievementsOwnedData achievementsOwnedData(Awards awards, ProgressBook book) {
        return new AchievementsOwnedData(awards, book);
    }

    @Singleton
    TaskDigestReader taskDigestReader(Database database) {
        return new PostgresTaskDigestReader(database);
    }
}
