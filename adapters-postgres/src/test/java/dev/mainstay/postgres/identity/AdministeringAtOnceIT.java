package dev.mainstay.postgres.identity;

import static dev.mainstay.postgres.identity.AtOnce.atOnce;
import static dev.mainstay.postgres.identity.AtOnce.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.identity.GrantRole;
import dev.mainstay.application.identity.IdentityFixture;
import dev.mainstay.application.identity.ReleaseUser;
import dev.mainstay.application.identity.RevokeRole;
import dev.mainstay.application.identity.SuspendUser;
import dev.mainstay.application.identity.Tokens;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.RoleGranted;
import dev.mainstay.domain.identity.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Administrators who act at the same moment as each other, or as those they administer. */
class AdministeringAtOnceIT {

    private static final int ROUNDS = 15;

    private final IdentityFixture identity = new IdentityFixture(PostgresStores.empty(), UUID::randomUUID);

    @Test
    void no_session_slips_between_a_suspension_and_a_login() {
        var boss = identity.boss();
        var ann = identity.verified("ann");
        for (int round = 0; round < ROUNDS; round++) {
            identity.clock.advance(Duration.ofMinutes(1));
            var session = new AtomicReference<Tokens>();

            atOnce(List.of(
                    outcome(() -> session.set(identity.loggedIn("ann"))),
                    outcome(() -> identity.suspendUser.handle(new SuspendUser.Command(boss, ann)))));

            if (session.get() != null) {
                assertThat(outcome(() -> identity.caller(session.get())))
                        .satisfies(refused -> assertThat(refused.call()).isEqualTo("account_suspended"));
            }
            assertThat(identity.stores.sessions().live(ann, identity.clock.instant()))
                    .isEmpty();
            identity.releaseUser.handle(new ReleaseUser.Command(boss, ann));
        }
    }

    @Test
    void a_change_of_roles_waits_for_a_login_that_has_begun_and_names_its_session() throws Exception {
        var boss = identity.boss();
        var ann = identity.verified("ann");
        Tokens earlier = identity.loggedIn("ann");
        var held = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var login = threads.submit(() -> identity.writes.run(events -> {
                identity.stores.accounts().holdShared(ann);
                held.countDown();
                until(PostgresStores::somebodyWaitsForALock);
                return identity.loggedIn("ann");
            }));
            held.await();
            var grant = threads.submit(() -> identity.grantRole.handle(new GrantRole.Command(boss, ann, Role.TEACHER)));

            Tokens during = login.get(20, TimeUnit.SECONDS);
            grant.get(20, TimeUnit.SECONDS);

            var granted = (RoleGranted) identity.heard.getLast();
            assertThat(granted.sessions()).containsExactlyInAnyOrder(earlier.session(), during.session());
            assertThat(identity.caller(during).is(Role.TEACHER)).isTrue();
            assertThat(identity.caller(earlier).is(Role.TEACHER)).isTrue();
        }
    }

    @Test
    void of_two_administrators_who_depose_each_other_one_remains() {
        var boss = identity.boss();
        var ann = identity.verified("ann");
        for (int round = 0; round < 5; round++) {
            identity.clock.advance(Duration.ofMinutes(1));
            var reigning = round == 0 ? boss : reigning(boss, ann);
            var other = reigning.user().equals(ann) ? boss.user() : ann;
            identity.grantRole.handle(new GrantRole.Command(reigning, other, Role.ADMIN));
            var rival = new Caller(other, reigning.session(), Set.of(Role.ADMIN));

            var outcomes = atOnce(List.of(
                    outcome(() -> identity.revokeRole.handle(new RevokeRole.Command(reigning, other, Role.ADMIN))),
                    outcome(() ->
                            identity.revokeRole.handle(new RevokeRole.Command(rival, reigning.user(), Role.ADMIN)))));

            assertThat(outcomes).containsExactlyInAnyOrder("ok", "admin_only");
            assertThat(identity.stores.accounts().anyAdmin()).isTrue();
        }
    }

    private Caller reigning(Caller boss, UserId ann) {
        boolean bossReigns =
                identity.stores.accounts().find(boss.user()).orElseThrow().is(Role.ADMIN);
        return new Caller(bossReigns ? boss.user() : ann, boss.session(), Set.of(Role.ADMIN));
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("it did not come to that");
            }
            Thread.onSpinWait();
        }
    }
}
