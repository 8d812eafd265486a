package dev.mainstay.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.Profile;
import dev.mainstay.domain.identity.ProfileChanges;
import dev.mainstay.domain.identity.Theme;
import dev.mainstay.domain.refusal.Stale;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Profiles} does. */
public abstract class ProfilesContract extends IdentityContract {

    private static final ProfileChanges CHANGES = new ProfileChanges(
            Optional.of("Ann 🌷"),
            Optional.of("Two\nlines"),
            Optional.of(Theme.DARK),
            Optional.of(ZoneId.of("Asia/Kathmandu")),
            Optional.of("ne"),
            Map.of("start.page", Optional.of("home")));

    @Test
    void a_profile_is_found_as_it_was_stored() {
        var ann = registered("ann");
        Profile revised = stores.profiles().find(ann.id()).orElseThrow().revise(CHANGES);

        inTransaction(() -> stores.profiles().replace(revised, Version.FIRST));

        assertThat(stores.profiles().find(ann.id())).contains(revised);
        var card = stores.userReader().card(ann.id());
        assertThat(card).isEqualTo(ProfileCard.of(ann, revised));
    }

    @Test
    void who_replaces_an_older_version_is_told_so() {
        var ann = registered("ann");
        Profile revised = stores.profiles().find(ann.id()).orElseThrow().revise(CHANGES);
        inTransaction(() -> stores.profiles().replace(revised, Version.FIRST));

        assertThatThrownBy(() -> inTransaction(() -> stores.profiles().replace(revised, Version.FIRST)))
                .isInstanceOf(Stale.class);
    }

    @Test
    void a_touched_profile_has_another_version_and_nothing_else() {
        var ann = registered("ann");
        var before = stores.profiles().find(ann.id()).orElseThrow();

        inTransaction(() -> stores.profiles().touch(ann.id()));

        var after = stores.profiles().find(ann.id()).orElseThrow();
        assertThat(after.version()).isEqualTo(before.version().next());
        assertThat(after).usingRecursiveComparison().ignoringFields("version").isEqualTo(before);
    }
}
