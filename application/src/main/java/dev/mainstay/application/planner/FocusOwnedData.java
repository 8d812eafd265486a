package dev.mainstay.application.planner;

import dev.mainstay.application.identity.OwnedData;
import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.identity.UserId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A user's focus sessions, for their export (U13). */
public final class FocusOwnedData implements OwnedData {

    private final FocusReader reader;

    public FocusOwnedData(FocusReader reader) {
        this.reader = reader;
    }

    @Override
    public List<Section> sections() {
        return List.of(new Section("planner.focus", this::sessions));
    }

    private void sessions(UserId owner, Consumer<Object> row) {
        @Nullable Cursor next = null;
        do {
            var page = reader.history(owner, new PageRequest(PageRequest.MAX_LIMIT, next));
            page.items().forEach(row);
            next = page.next();
        } while (next != null);
    }
}
