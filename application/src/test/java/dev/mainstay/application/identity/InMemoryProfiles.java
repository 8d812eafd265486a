package dev.mainstay.application.identity;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.Profile;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Stale;
import java.util.Optional;

/** {@link Profiles} without a database. */
final class InMemoryProfiles implements Profiles {

    private final InMemoryIdentity tables;

    InMemoryProfiles(InMemoryIdentity tables) {
        this.tables = tables;
    }

    @Override
    public void add(Profile profile) {
        tables.profiles.put(profile.user(), profile);
    }

    @Override
    public Optional<Profile> find(UserId user) {
        return tables.profiles.find(user);
    }

    @Override
    public void replace(Profile revised, Version expected) {
        if (find(revised.user())
                .filter(stored -> stored.version().equals(expected))
                .isEmpty()) {
            throw new Stale("profile_stale", "The profile was changed meanwhile; read it again.");
        }
        tables.profiles.put(revised.user(), revised);
    }

    @Override
    public void touch(UserId user) {
        tables.transactions.requireActive();
        find(user)
                .ifPresent(profile -> tables.profiles.put(
                        user,
                        new Profile(
                                user,
                                profile.name(),
                                profile.bio(),
                                profile.theme(),
                                profile.timeZone(),
                                profile.locale(),
                                profile.preferences(),
                                profile.version().next())));
    }
}
