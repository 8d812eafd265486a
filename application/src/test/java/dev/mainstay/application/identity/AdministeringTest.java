package dev.mainstay.application.identity;

import static dev.mainstay.application.identity.IdentityFixture.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Refusal;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AdministeringTest {

    private final IdentityFixture identity = IdentityFixture.inMemory();

    private static String refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).code();
    }

    private final Caller boss = identity.boss();

    @Test
    void the_configured_address_becomes_the_first_administrator_and_nobody_else_after_it() {
        assertThat(boss.is(Role.ADMIN)).isTrue();
        var ann = identity.verified("ann");

        boolean appointed = identity.appointFirstAdmin.handle(new AppointFirstAdmin.Command(email("ann")));

        assertThat(appointed).isFalse();
        assertThat(identity.stores.accounts().find(ann).orElseThrow().is(Role.ADMIN))
                .isFalse();
    }

    @Test
    void who_is_no_administrator_may_do_none_of_it() {
        var ann = identity.verified("ann");
        Caller caller = identity.caller(identity.loggedIn("ann"));
        var pretender = new Caller(ann, caller.session(), Set.of(Role.ADMIN));

        assertThat(refusal(() -> identity.grantRole.handle(new GrantRole.Command(pretender, ann, Role.ADMIN))))
                .isEqualTo("admin_only");
        assertThat(refusal(
                        () -> identity.revokeRole.handle(new RevokeRole.Command(pretender, boss.user(), Role.ADMIN))))
                .isEqualTo("admin_only");
        assertThat(refusal(() -> identity.suspendUser.handle(new SuspendUser.Command(pretender, boss.user()))))
                .isEqualTo("admin_only");
        assertThat(refusal(() -> identity.releaseUser.handle(new ReleaseUser.Command(pretender, ann))))
                .isEqualTo("admin_only");
        assertThat(refusal(() -> identity.listUsers.of(pretender, UserFilter.ALL, new PageRequest(10, null))))
                .isEqualTo("admin_only");
    }

    @Test
    void administrators_neither_depose_nor_suspend_themselves() {
        assertThat(refusal(() -> identity.revokeRole.handle(new RevokeRole.Command(boss, boss.user(), Role.ADMIN))))
                .isEqualTo("own_admin_role");
        assertThat(refusal(() -> identity.suspendUser.handle(new SuspendUser.Command(boss, boss.user()))))
                .isEqualTo("own_account");
    }

    @Test
    void a_released_user_logs_in_again_and_the_old_session_stays_over() {
        var ann = identity.verified("ann");
        Tokens old = identity.loggedIn("ann");
        identity.suspendUser.handle(new SuspendUser.Command(boss, ann));

        identity.releaseUser.handle(new ReleaseUser.Command(boss, ann));

        assertThat(identity.loggedIn("ann")).isNotNull();
        assertThat(refusal(() -> identity.caller(old))).isEqualTo("account_suspended");
    }

    @Test
    void all_users_are_listed_the_latest_first() {
        identity.clock.advance(Duration.ofSeconds(1));
        identity.verified("ann");

        var page = identity.listUsers.of(boss, UserFilter.ALL, new PageRequest(10, null));

        assertThat(page.items()).extracting(UserSummary::email).containsExactly(email("ann"), email("boss"));
    }

    @Test
    void somebody_who_does_not_exist_is_not_found() {
        var nobody = new UserId(UUID.randomUUID());

        assertThat(refusal(() -> identity.suspendUser.handle(new SuspendUser.Command(boss, nobody))))
                .isEqualTo("user_not_found");
    }
}
