package dev.mainstay.application.planner;

import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Achievement;
import dev.mainstay.domain.planner.Achievement.Measure;
import dev.mainstay.domain.planner.AchievementCode;
import dev.mainstay.domain.planner.Award;
import dev.mainstay.domain.planner.Progress;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Definitions and awards without a database. */
public final class InMemoryAchievements implements Achievements, Awards {

    private record Owned(UserId owner, AchievementCode achievement) {}

    private final InMemoryTable<AchievementCode, Achievement> definitions;
    private final InMemoryTable<AchievementCode, Boolean> announced;
    private final InMemoryTable<Owned, Award> awards;

    public InMemoryAchievements(InMemoryTransactions transactions) {
        this.definitions = new InMemoryTable<>(transactions);
        this.announced = new InMemoryTable<>(transactions);
        this.awards = new InMemoryTable<>(transactions);
        transactions.run(() -> {
            define("first_task", Measure.TASKS_DONE, 1);
            define("tasks_10", Measure.TASKS_DONE, 10);
            define("first_focus", Measure.FOCUS_SESSIONS, 1);
            define("focus_hours_10", Measure.FOCUS_MINUTES, 600);
            define("streak_7", Measure.STREAK_DAYS, 7);
            return true;
        });
    }

    private void define(String name, Measure measure, long threshold) {
        var code = new AchievementCode(name);
        definitions.put(code, new Achievement(code, name, "Reach " + threshold, measure, threshold, Version.FIRST));
    }

    @Override
    public List<Achievement> all() {
        return definitions.stream()
                .sorted(Comparator.comparing(Achievement::measure).thenComparing(Achievement::threshold))
                .toList();
    }

    @Override
    public Achievement get(AchievementCode code) {
        return definitions
                .find(code)
                .orElseThrow(() -> new NotFound("achievement_not_found", "There is no such achievement."));
    }

    @Override
    public void replace(Achievement changed, Version expected) {
        if (!get(changed.code()).version().equals(expected)) {
            throw new Stale("stale", "The achievement was changed in the meantime; read it again.");
        }
        definitions.put(changed.code(), changed);
    }

    @Override
    public boolean hasUnannounced() {
        return !unannounced().isEmpty();
    }

    @Override
    public boolean announce() {
        var news = unannounced();
        news.forEach(code -> announced.put(code, true));
        return !news.isEmpty();
    }

    private List<AchievementCode> unannounced() {
        return all().stream()
                .map(Achievement::code)
                .filter(code -> announced.find(code).isEmpty())
                .toList();
    }

    @Override
    public List<AchievementCode> giveReached(Progress progress, LocalDate today, Instant at) {
        var given = new ArrayList<AchievementCode>();
        for (Achievement each : all()) {
            var key = new Owned(progress.owner(), each.code());
            if (progress.of(each.measure(), today) >= each.threshold()
                    && awards.find(key).isEmpty()) {
                awards.put(key, new Award(progress.owner(), each.code(), at));
                given.add(each.code());
            }
        }
        return given;
    }

    @Override
    public List<Award> of(UserId owner) {
        return awards.stream()
                .filter(award -> award.owner().equals(owner))
                .sorted(Comparator.comparing(Award::at)
                        .reversed()
                        .thenComparing(award -> award.achievement().value()))
                .toList();
    }
}
