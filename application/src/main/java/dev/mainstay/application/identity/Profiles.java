package dev.mainstay.application.identity;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.Profile;
import dev.mainstay.domain.identity.UserId;
import java.util.Optional;

/** All profiles, one per account. */
public interface Profiles {

    void add(Profile profile);

    Optional<Profile> find(UserId user);

    /**
     * Stores a revised profile.
     *
     * @throws dev.mainstay.domain.refusal.Stale if it no longer has the expected version
     */
    void replace(Profile revised, Version expected);

    /** Counts a change of what is shown beside the profile, such as status or roles; nothing happens if the user has none. */
    void touch(UserId user);
}
