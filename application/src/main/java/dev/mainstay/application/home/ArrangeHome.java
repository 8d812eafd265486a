package dev.mainstay.application.home;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.home.HomeLayout;
import dev.mainstay.domain.home.HomeLayout.Placement;
import dev.mainstay.domain.home.HomeLayoutChanged;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Stale;
import java.util.List;

/** Puts the widgets of a home page into another order, and hides some. */
public final class ArrangeHome {

    /** What the user wants to see; widgets that are not named come last. */
    public record Command(UserId owner, Version expected, List<Placement> placements) {}

    private final Writes writes;
    private final HomeLayouts layouts;

    public ArrangeHome(Writes writes, HomeLayouts layouts) {
        this.writes = writes;
        this.layouts = layouts;
    }

    public HomeLayout handle(Command command) {
        return writes.run(events -> {
            var layout = layouts.of(command.owner());
            if (!layout.version().equals(command.expected())) {
                throw new Stale("stale", "The layout was changed by another device; read it again.");
            }
            var arranged = layout.arrange(command.placements());
            layouts.replace(arranged, command.expected());
            events.raise(new HomeLayoutChanged(command.owner()));
            return arranged;
        });
    }

    public HomeLayout current(UserId owner) {
        return layouts.of(owner);
    }
}
