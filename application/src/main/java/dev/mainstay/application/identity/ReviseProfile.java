package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.Profile;
import dev.mainstay.domain.identity.ProfileChanges;
import dev.mainstay.domain.identity.ProfileRevised;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;

/** Changes what a user says about themselves. */
public final class ReviseProfile {

    private final Writes writes;
    private final Accounts accounts;
    private final Profiles profiles;

    public ReviseProfile(Writes writes, Accounts accounts, Profiles profiles) {
        this.writes = writes;
        this.accounts = accounts;
        this.profiles = profiles;
    }

    /** What is to be different, and of which version. */
    public record Command(UserId user, Version expected, ProfileChanges changes) {}

    /**
     * Stores the changes.
     *
     * @throws Stale if the profile was changed since that version
     */
    public ProfileCard handle(Command command) {
        return writes.run(events -> {
            Account account = accounts.find(command.user()).orElseThrow(ReviseProfile::gone);
            Profile profile = profiles.find(command.user()).orElseThrow(ReviseProfile::gone);
            if (!profile.version().equals(command.expected())) {
                throw new Stale("profile_stale", "The profile was changed meanwhile; read it again.");
            }
            Profile revised = profile.revise(command.changes());
            profiles.replace(revised, command.expected());
            events.raise(new ProfileRevised(command.user()));
            return ProfileCard.of(account, revised);
        });
    }

    private static NotFound gone() {
        return new NotFound("user_not_found", "This account no longer exists.");
    }
}
