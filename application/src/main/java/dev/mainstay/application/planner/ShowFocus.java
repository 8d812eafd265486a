package dev.mainstay.application.planner;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.FocusSession;
import dev.mainstay.domain.planner.FocusSessionId;

/** Shows a user's focus: the current session from the view, everything else from the facts. */
public final class ShowFocus {

    private final ViewCache views;
    private final FocusReader reader;
    private final FocusSessions sessions;

    public ShowFocus(ViewCache views, FocusReader reader, FocusSessions sessions) {
        this.views = views;
        this.reader = reader;
        this.sessions = sessions;
    }

    public Cached<FocusNow> current(UserId owner) {
        return views.read(FocusViews.FOCUS, owner, reader::now);
    }

    public FocusSession one(FocusSessionId id, UserId owner) {
        return sessions.get(id, owner);
    }

    public Page<FocusSnapshot> history(UserId owner, PageRequest page) {
        return reader.history(owner, page);
    }
}
