package dev.mainstay.application.planner;

import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.InTransaction;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.AchievementAwarded;
import dev.mainstay.domain.planner.FocusChanged.FocusFinished;
import dev.mainstay.domain.planner.Progress;
import dev.mainstay.domain.planner.TaskCompleted;
import dev.mainstay.domain.planner.TaskReopened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiFunction;

/**
 * Counts what a user gets done and gives the awards it reaches, in the transaction that did it: both stand or fall together, and
 * the locked progress makes users' transactions take turns (P4). Reopening a task takes the count back, never an award.
 */
public final class AwardAchievements implements InTransaction {

    private final ProgressBook book;
    private final Awards awards;
    private final UserZones zones;

    public AwardAchievements(ProgressBook book, Awards awards, UserZones zones) {
        this.book = book;
        this.awards = awards;
        this.zones = zones;
    }

    @Override
    public void on(DomainEvent event, Events events) {
        switch (event) {
            case TaskCompleted done -> advance(done.owner(), done.at(), Progress::taskDone, events);
            case FocusFinished finished ->
                advance(
                        finished.owner(),
                        finished.at(),
                        (so, day) -> so.focusFinished(finished.focused(), day),
                        events);
            case TaskReopened reopened -> book.store(book.lock(reopened.owner()).taskReopened());
            default -> {}
        }
    }

    private void advance(UserId owner, Instant at, BiFunction<Progress, LocalDate, Progress> step, Events events) {
        var day = LocalDate.ofInstant(at, zones.of(owner));
        var progress = step.apply(book.lock(owner), day);
        book.store(progress);
        for (var achievement : awards.giveReached(progress, day, at)) {
            events.raise(new AchievementAwarded(owner, achievement, at));
        }
    }
}
