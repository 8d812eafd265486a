package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.InTransaction;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.AccountChanged;
import dev.mainstay.domain.identity.ProfileRevised;

/**
 * Moves a profile's version on with whatever else {@link ProfileCard} shows: the version is the card's ETag, and two cards that differ must
 * never share one.
 */
public final class ProfileVersions implements InTransaction {

    private final Profiles profiles;

    public ProfileVersions(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public void on(DomainEvent event, Events events) {
        if (event instanceof AccountChanged changed && !(event instanceof ProfileRevised)) {
            profiles.touch(changed.user());
        }
    }
}
