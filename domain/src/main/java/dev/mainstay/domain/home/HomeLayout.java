package dev.mainstay.domain.home;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Which widgets a user sees, and in which order (W1): every widget once, those the user never placed at the end. */
public record HomeLayout(UserId owner, Version version, List<Placement> placements) {

    /** A widget at its place. */
    public record Placement(WidgetName widget, boolean hidden) {}

    /**
     * Fills in the widgets that are not named.
     *
     * @throws Invalid if one is named twice
     */
    public HomeLayout {
        var unplaced = EnumSet.allOf(WidgetName.class);
        var all = new ArrayList<Placement>();
        for (Placement placement : placements) {
            if (!unplaced.remove(placement.widget())) {
                throw new Invalid(
                        "widgets",
                        "duplicate",
                        placement.widget().name().toLowerCase(java.util.Locale.ROOT)
                                + " is placed twice; name each widget once");
            }
            all.add(placement);
        }
        unplaced.forEach(widget -> all.add(new Placement(widget, false)));
        placements = List.copyOf(all);
    }

    /** What a user sees who never arranged anything: all widgets. It counts as version 1, and is stored with the first change. */
    public static HomeLayout initial(UserId owner) {
        return new HomeLayout(owner, Version.FIRST, List.of());
    }

    public HomeLayout arrange(List<Placement> wanted) {
        return new HomeLayout(owner, version.next(), wanted);
    }
}
