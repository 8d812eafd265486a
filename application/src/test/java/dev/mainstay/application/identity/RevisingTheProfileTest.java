package dev.mainstay.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.ProfileChanges;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.Stale;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisingTheProfileTest {

    private final IdentityFixture identity = IdentityFixture.inMemory();

    private static final ProfileChanges RENAMED = new ProfileChanges(
            Optional.of("Ann B."),
            Optional.empty(),
            Optional.empty(),
            Optional.of(ZoneId.of("America/St_Johns")),
            Optional.empty(),
            Map.of("weekStart", Optional.of("monday")));

    private ProfileCard revise(UserId user, ProfileChanges changes, long version) {
        return identity.reviseProfile.handle(new ReviseProfile.Command(user, new Version(version), changes));
    }

    private long version(UserId user) {
        return identity.showProfile.of(user).value().version();
    }

    @Test
    void the_next_read_shows_the_change_and_what_was_not_named_stays() {
        var ann = identity.verified("ann");
        identity.showProfile.of(ann);
        assertThat(identity.showProfile.of(ann).outcome()).isEqualTo(Outcome.HIT);

        long before = version(ann);

        ProfileCard revised = revise(ann, RENAMED, before);

        assertThat(identity.showProfile.of(ann).value()).isEqualTo(revised);
        assertThat(revised.name()).isEqualTo("Ann B.");
        assertThat(revised.locale()).isEqualTo("de-AT");
        assertThat(revised.preferences()).containsExactly(Map.entry("weekStart", "monday"));
        assertThat(revised.version()).isEqualTo(before + 1);
    }

    @Test
    void a_preference_without_a_value_is_removed() {
        var ann = identity.verified("ann");
        revise(ann, RENAMED, version(ann));

        var without = new ProfileChanges(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("weekStart", Optional.empty()));

        assertThat(revise(ann, without, version(ann)).preferences()).isEmpty();
    }

    @Test
    void who_changes_an_older_version_is_told_so() {
        var ann = identity.verified("ann");
        long old = version(ann);
        revise(ann, RENAMED, old);

        assertThatThrownBy(() -> revise(ann, RENAMED, old)).isInstanceOf(Stale.class);
    }

    @Test
    void each_field_at_fault_is_named() {
        var ann = identity.verified("ann");
        var wrong = new ProfileChanges(
                Optional.of("x".repeat(101)),
                Optional.of("x".repeat(2001)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("?"),
                Map.of("No Name", Optional.of("")));

        assertThatThrownBy(() -> revise(ann, wrong, version(ann)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(Invalid.FieldError::field)
                                .containsExactly("name", "bio", "locale", "preferences.No Name"));
    }

    @Test
    void what_shows_beside_the_profile_moves_its_version_on_too() {
        var boss = identity.boss();
        var ann = identity.verified("ann");
        long before = version(ann);

        identity.grantRole.handle(new GrantRole.Command(boss, ann, Role.TEACHER));
        long granted = version(ann);
        identity.requestDeletion.handle(identity.caller(identity.loggedIn("ann")));

        assertThat(granted).isGreaterThan(before);
        assertThat(version(ann)).isGreaterThan(granted);
        assertThatThrownBy(() -> revise(ann, RENAMED, before)).isInstanceOf(Stale.class);
    }
}
