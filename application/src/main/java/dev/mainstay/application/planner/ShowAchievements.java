package dev.mainstay.application.planner;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Achievement;
import dev.mainstay.domain.planner.AchievementCode;
import dev.mainstay.domain.planner.Award;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows what can be achieved and how far a user has come: definitions from the view, progress and awards from the facts (P4). */
public final class ShowAchievements {

    /**
     * One achievement for one user.
     *
     * @param reached in the measure's unit, at most the threshold; the threshold itself once it was awarded
     */
    public record Standing(Achievement achievement, long reached, Optional<Instant> awardedAt) {}

    private final ViewCache views;
    private final Achievements achievements;
    private final ProgressBook book;
    private final Awards awards;
    private final UserZones zones;
    private final InstantSource clock;

    public ShowAchievements(
            ViewCache views,
            Achievements achievements,
            ProgressBook book,
            Awards awards,
            UserZones zones,
            InstantSource clock) {
        this.views = views;
        this.achievements = achievements;
        this.book = book;
        this.awards = awards;
        this.zones = zones;
        this.clock = clock;
    }

    /** One standing for each definition, in the order of the definitions. */
    public Cached<List<Standing>> of(UserId user) {
        var progress = book.of(user);
        var today = LocalDate.ofInstant(clock.instant(), zones.of(user));
        var given = awards.of(user).stream().collect(Collectors.toMap(Award::achievement, Award::at));
        return definitions()
                .map(list -> list.achievements().stream()
                        .map(each -> {
                            var awarded = Optional.ofNullable(given.get(each.code()));
                            long reached = Math.min(each.threshold(), progress.of(each.measure(), today));
                            return new Standing(each, awarded.isPresent() ? each.threshold() : reached, awarded);
                        })
                        .toList());
    }

    public Cached<AchievementList> definitions() {
        return views.read(
                AchievementViews.ACHIEVEMENTS,
                AchievementViews.EVERYBODY,
                everybody -> new AchievementList(achievements.all()));
    }

    /** One definition, from the facts: who wants to change it needs its version. */
    public Achievement definition(AchievementCode code) {
        return achievements.get(code);
    }
}
