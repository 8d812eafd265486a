package dev.mainstay.application.identity;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.domain.identity.UserId;

/** A user's profile. */
public final class ShowProfile {

    private final ViewCache views;
    private final UserReader reader;

    public ShowProfile(ViewCache views, UserReader reader) {
        this.views = views;
        this.reader = reader;
    }

    /**
     * The profile, from the cache if it lies there.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is no such user
     */
    public Cached<ProfileCard> of(UserId user) {
        return views.read(IdentityViews.PROFILE, user, reader::card);
    }
}
