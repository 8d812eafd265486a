package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.AccountStatus;
import dev.mainstay.domain.identity.Deletion;
import dev.mainstay.domain.identity.Profile;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.Theme;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A user's profile together with what their account says; for the user's own eyes and for features that need zone or locale. */
public record ProfileCard(
        UserId user,
        String email,
        String name,
        String bio,
        Theme theme,
        ZoneId timeZone,
        String locale,
        Map<String, String> preferences,
        AccountStatus status,
        List<Role> roles,
        Instant registeredAt,
        Optional<Instant> deletionDue,
        long version) {

    public ProfileCard {
        preferences = Map.copyOf(preferences);
        roles = roles.stream().sorted().toList();
    }

    static ProfileCard of(Account account, Profile profile) {
        return new ProfileCard(
                account.id(),
                account.email().value(),
                profile.name(),
                profile.bio(),
                profile.theme(),
                profile.timeZone(),
                profile.locale(),
                profile.preferences(),
                account.status(),
                List.copyOf(account.roles()),
                account.registeredAt(),
                account.deletion().map(Deletion::due),
                profile.version().number());
    }
}
