package dev.mainstay.application.home;

import dev.mainstay.application.planner.DueDay;
import dev.mainstay.application.planner.FocusReader;
import dev.mainstay.application.reading.Reads;
import dev.mainstay.domain.home.WidgetName;
import java.time.Instant;
import java.util.List;

/** The present focus session and today's total. */
public final class FocusWidget implements Widget.Kept {

    private final Reads reads;
    private final FocusReader reader;

    public FocusWidget(Reads reads, FocusReader reader) {
        this.reads = reads;
        this.reader = reader;
    }

    @Override
    public WidgetName name() {
        return WidgetName.FOCUS;
    }

    @Override
    public Loaded load(HomeMoment moment) {
        var day = new DueDay(moment.now(), moment.zone());
        return reads.together(several -> {
            var now = several.begin(() -> reader.now(moment.user()));
            var today = reader.focusedBetween(moment.user(), List.of(day.start(), day.end()))
                    .getFirst();
            return new Loaded(new FocusContent(now.get(), today), Instant.MAX);
        });
    }
}
