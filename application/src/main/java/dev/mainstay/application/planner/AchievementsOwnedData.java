package dev.mainstay.application.planner;

import dev.mainstay.application.identity.OwnedData;
import java.util.List;

/** A user's awards and what counts towards further ones, for their export (U13). */
public final class AchievementsOwnedData implements OwnedData {

    private final Awards awards;
    private final ProgressBook book;

    public AchievementsOwnedData(Awards awards, ProgressBook book) {
        this.awards = awards;
        this.book = book;
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section("planner.awards", (owner, row) -> awards.of(owner).forEach(row)),
                new Section("planner.progress", (owner, row) -> row.accept(book.of(owner))));
    }
}
