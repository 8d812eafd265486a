package dev.mainstay.bootstrap.planner;

import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.live.LiveTopic;
import dev.mainstay.application.planner.FinishOverdueFocus;
import dev.mainstay.application.planner.FocusOwnedData;
import dev.mainstay.application.planner.FocusReader;
import dev.mainstay.application.planner.FocusSessions;
import dev.mainstay.application.planner.FocusViews;
import dev.mainstay.application.planner.MoveFocus;
import dev.mainstay.application.planner.OwnTasks;
import dev.mainstay.application.planner.ShowFocus;
import dev.mainstay.application.planner.StartFocus;
import dev.mainstay.application.planner.SumFocusByDay;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.ground.FeatureViews;
import dev.mainstay.bootstrap.jobs.PeriodicJob;
import dev.mainstay.postgres.planner.PostgresFocusReader;
import dev.mainstay.postgres.planner.PostgresFocusSessions;
import dev.mainstay.postgres.sql.Database;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Focus sessions (P2, P3). They may be spent on tasks, so they need the planner. */
@Factory
@Requires(property = "mainstay.features.focus", notEquals = "false")
@Requires(property = "mainstay.features.planner", notEquals = "false")
final class FocusFactory {

    @Singleton
    FocusSessions focusSessions(Database database) {
        return new PostgresFocusSessions(database);
    }

    @Singleton
    FocusReader focusReader(Database database) {
        return new PostgresFocusReader(database);
    }

    @Singleton
    FeatureViews focusViews() {
        return new FeatureViews(FocusViews.all());
    }

    @Singleton
    LiveTopic focusTopic() {
        return new LiveTopic("focus", FocusViews.FOCUS);
    }

    @Singleton
    StartFocus startFocus(Writes writes, FocusSessions sessions, OwnTasks tasks, Ids ids, InstantSource clock) {
        return new StartFocus(writes, sessions, tasks, ids, clock);
    }

    @Singleton
    MoveFocus moveFocus(Writes writes, FocusSessions sessions, InstantSource clock) {
        return new MoveFocus(writes, sessions, clock);
    }

    @Singleton
    ShowFocus showFocus(ViewCache views, FocusReader reader, FocusSessions sessions) {
        return new ShowFocus(views, reader, sessions);
    }

    @Singleton
    SumFocusByDay sumFocusByDay(UserZones zones, FocusReader reader) {
        return new SumFocusByDay(zones, reader);
    }

    @Singleton
    FinishOverdueFocus finishOverdueFocus(Writes writes, FocusSessions sessions, InstantSource clock) {
        return new FinishOverdueFocus(writes, sessions, clock);
    }

    @Singleton
    PeriodicJob finishingOverdueFocus(FinishOverdueFocus finish) {
        return new PeriodicJob("finish-overdue-focus", Duration.ofMinutes(1), finish::handle);
    }

    @Singleton
    FocusOwnedData focusOwnedData(FocusReader reader) {
        return new FocusOwnedData(reader);
    }
}
