package dev.mainstay.bootstrap.demo;

import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.planner.CompleteTask;
import dev.mainstay.application.planner.CreateTask;
import dev.mainstay.application.planner.FocusSessions;
import dev.mainstay.application.planner.MoveFocus;
import dev.mainstay.application.planner.MoveFocus.Move;
import dev.mainstay.application.planner.OwnTasks;
import dev.mainstay.application.planner.Recurrences;
import dev.mainstay.application.planner.StartFocus;
import dev.mainstay.application.planner.Tasks;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.FocusSession;
import dev.mainstay.domain.planner.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Lives weeks of tasks and focus through the use cases themselves, on a clock of its own. */
final class DemoPlanner {

    private static final int DAYS = 35;

    private final MovedClock clock = new MovedClock();
    private final Random random = new Random(2026);
    private final CreateTask create;
    private final CompleteTask complete;
    private final StartFocus start;
    private final MoveFocus move;

    DemoPlanner(
            Writes writes,
            Tasks tasks,
            OwnTasks own,
            FocusSessions sessions,
            Recurrences recurrences,
            UserZones zones,
            Ids ids) {
        this.create = new CreateTask(writes, tasks, recurrences, ids, clock);
        this.complete = new CompleteTask(writes, tasks, recurrences, zones, ids, clock);
        this.start = new StartFocus(writes, sessions, own, ids, clock);
        this.move = new MoveFocus(writes, sessions, clock);
    }

    /** The last weeks up to yesterday, and what is planned from now on. */
    void live(UserId user, ZoneId zone, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        List<DemoTasks.Idea> ideas = DemoTasks.ideas();
        for (int day = DAYS; day > 0; day--) {
            live(user, today.minusDays(day), zone, ideas.get(day % ideas.size()));
        }
        clock.set(now);
        DemoTasks.planned(today, zone).forEach(content -> create.handle(new CreateTask.Command(user, content)));
    }

    private void live(UserId user, LocalDate day, ZoneId zone, DemoTasks.Idea idea) {
        clock.set(day.atTime(LocalTime.of(8, random.nextInt(60))).atZone(zone).toInstant());
        Task task = create.handle(new CreateTask.Command(user, idea.due(day, zone)));
        boolean restful = day.getDayOfWeek().getValue() > 5;
        for (int session = restful ? 2 : 0; session < 3; session++) {
            clock.advance(Duration.ofMinutes(20 + random.nextInt(60)));
            focus(user, task);
        }
        if (random.nextInt(6) > 0) {
            clock.advance(Duration.ofMinutes(5));
            complete.handle(new CompleteTask.Command(user, task.id(), null));
        }
    }

    private void focus(UserId user, Task task) {
        FocusSession session = start.handle(new StartFocus.Command(user, Optional.of(task.id()), 25));
        clock.advance(Duration.ofMinutes(8 + random.nextInt(10)));
        if (random.nextInt(4) == 0) {
            session = to(Move.PAUSE, user, session);
            clock.advance(Duration.ofMinutes(4));
            session = to(Move.RESUME, user, session);
        }
        clock.advance(Duration.ofMinutes(7));
        to(random.nextInt(8) == 0 ? Move.ABANDON : Move.FINISH, user, session);
    }

    private FocusSession to(Move next, UserId user, FocusSession session) {
        return move.handle(new MoveFocus.Command(user, session.plan().id(), session.version(), next));
    }
}
