package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.InTransaction;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.AccountChanged;
import dev.mainstay.domain.identity.EmailVerified;
import dev.mainstay.domain.identity.PasswordReset;
import dev.mainstay.domain.identity.ProfileRevised;
import dev.mainstay.domain.identity.Registered;

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
        switch (event) {
            // The first counts itself; nobody can have read the card before the others, or sees them on it.
            case ProfileRevised _, Registered _, EmailVerified _, PasswordReset _ -> {}
            case AccountChanged changed -> profiles.touch(changed.user());
            default -> {}
        }
    }
}
