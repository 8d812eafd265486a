package dev.mainstay.application.identity;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.Glimpse;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.domain.identity.UserId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A user's profile. */
public final class ShowProfile {

    private final ViewCache views;
    private final UserReader reader;

    public ShowProfile(ViewCache views, UserReader reader) {
        this.views = views;
        this.reader = reader;
    }

    /** Where it lies. */
    public static CachedView<UserId, ProfileCard> view() {
        return IdentityViews.PROFILE;
    }

    /**
     * The profile, from the cache if it lies there.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is no such user
     */
    public Cached<ProfileCard> of(UserId user) {
        return views.read(IdentityViews.PROFILE, user, reader::card);
    }

    /** As {@link #of}, if the cache has it, and without keeping the thread waiting. */
    public CompletionStage<Optional<Glimpse<ProfileCard>>> glance(UserId user) {
        return views.glance(IdentityViews.PROFILE, user, reader::card);
    }
}
