package dev.mainstay.application.identity;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.domain.identity.UserId;

/** A user's roles, for display and mild decisions; what matters asks the facts (U10). */
public final class ShowRoles {

    private final ViewCache views;
    private final UserReader reader;

    public ShowRoles(ViewCache views, UserReader reader) {
        this.views = views;
        this.reader = reader;
    }

    public Cached<UserRoles> of(UserId user) {
        return views.read(IdentityViews.ROLES, user, reader::roles);
    }
}
