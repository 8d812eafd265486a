package dev.mainstay.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mainstay.domain.identity.AccountDeleted;
import dev.mainstay.domain.identity.AccountStatus;
import dev.mainstay.domain.identity.LoginRefused;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LeavingTest {

    private final IdentityFixture identity = IdentityFixture.inMemory();

    private static String refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).code();
    }

    private record Row(String section, Object row) {}

    private List<Row> export(UserId user) {
        var rows = new ArrayList<Row>();
        identity.exportOwnedData.handle(user, new ExportOwnedData.Sink() {
            private String section = "";

            @Override
            public void section(String name) {
                section = name;
            }

            @Override
            public void row(Object row) {
                rows.add(new Row(section, row));
            }
        });
        return rows;
    }

    @Test
    void a_wish_to_be_forgotten_can_be_taken_back_until_it_is_due() {
        var ann = identity.verified("ann");
        Caller caller = identity.caller(identity.loggedIn("ann"));

        var wish = identity.requestDeletion.handle(caller);
        assertThat(identity.showProfile.of(ann).value().deletionDue()).contains(wish.due());
        identity.clock.advance(Duration.ofDays(13));
        assertThat(identity.requestDeletion.handle(caller)).isEqualTo(wish);
        identity.carryOutDeletions.run();
        identity.cancelDeletion.handle(caller);
        identity.clock.advance(Duration.ofDays(13));
        identity.carryOutDeletions.run();

        assertThat(identity.showProfile.of(ann).value().status()).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void when_it_is_due_everything_is_gone_and_the_address_is_free() {
        var ann = identity.verified("ann");
        Tokens tokens = identity.loggedIn("ann");
        identity.requestDeletion.handle(identity.caller(tokens));
        identity.clock.advance(Duration.ofDays(14));
        Tokens late = identity.loggedIn("ann");
        identity.caller(late);

        identity.carryOutDeletions.run();

        assertThat(refusal(() -> identity.caller(late))).isEqualTo("session_ended");
        assertThat(refusal(() -> identity.showProfile.of(ann))).isEqualTo("user_not_found");
        assertThat(refusal(() -> identity.loggedIn("ann"))).isEqualTo("credentials_wrong");
        assertThat(identity.heard.getLast()).isInstanceOf(LoginRefused.class);
        assertThat(identity.heard).anyMatch(AccountDeleted.class::isInstance);
        assertThat(identity.verified("ann")).isNotEqualTo(ann);
    }

    @Test
    void an_export_has_what_is_ones_own_and_nothing_else() {
        var ann = identity.verified("ann");
        identity.loggedIn("ann");
        identity.createReferralCode.handle(new CreateReferralCode.Command(ann, 1, Duration.ofDays(1)));
        identity.verified("bob");
        identity.loggedIn("bob");

        var rows = export(ann);

        assertThat(rows)
                .extracting(Row::section)
                .containsExactly("identity.profile", "identity.sessions", "identity.referralCodes");
        assertThat(rows.toString()).contains("ann@example.org").doesNotContain("bob", "$fake$");
    }
}
