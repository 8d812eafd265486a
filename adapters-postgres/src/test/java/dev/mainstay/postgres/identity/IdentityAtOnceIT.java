package dev.mainstay.postgres.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.identity.CreateReferralCode;
import dev.mainstay.application.identity.GrantRole;
import dev.mainstay.application.identity.IdentityFixture;
import dev.mainstay.application.identity.RedeemReferralCode;
import dev.mainstay.application.identity.RefreshSession;
import dev.mainstay.application.identity.Register;
import dev.mainstay.application.identity.ReleaseUser;
import dev.mainstay.application.identity.RevokeRole;
import dev.mainstay.application.identity.SuspendUser;
import dev.mainstay.application.identity.Tokens;
import dev.mainstay.application.identity.VerifyEmail;
import dev.mainstay.domain.identity.CodeTried;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.Registered;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.RoleGranted;
import dev.mainstay.domain.identity.SessionRefreshed;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Refusal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What happens when two do it at the same moment; each round starts both together. */
class IdentityAtOnceIT {

    private static final int ROUNDS = 15;

    private final IdentityFixture identity = new IdentityFixture(PostgresStores.empty(), UUID::randomUUID);

    private static <T> List<T> atOnce(List<Callable<T>> callers) {
        var start = new CyclicBarrier(callers.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = callers.stream()
                    .map(caller -> threads.submit(() -> {
                        start.await(10, TimeUnit.SECONDS);
                        return caller.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get(20, TimeUnit.SECONDS));
            }
            return results;
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The refusal's code, or {@code ok}. */
    private static Callable<String> outcome(Runnable action) {
        return () -> {
            try {
                action.run();
                return "ok";
            } catch (Refusal refusal) {
                return refusal.code();
            }
        };
    }

    private long heard(Class<?> event) {
        return identity.heard.stream().filter(event::isInstance).count();
    }

    @Test
    void two_refreshes_with_one_token_rotate_once_and_get_the_same_successor() {
        identity.verified("ann");
        Tokens tokens = identity.loggedIn("ann");
        for (int round = 1; round <= ROUNDS; round++) {
            var command = new RefreshSession.Command(tokens.refreshToken());
            Callable<Tokens> refresh = () -> identity.refreshSession.handle(command);

            var answers = atOnce(List.of(refresh, refresh, refresh));

            assertThat(answers.stream().map(Tokens::refreshToken).distinct()).hasSize(1);
            assertThat(heard(SessionRefreshed.class)).isEqualTo(round);
            tokens = answers.getFirst();
            identity.caller(tokens);
        }
    }

    @Test
    void the_last_use_of_a_referral_code_goes_to_one() {
        var owner = identity.verified("owner");
        for (int round = 0; round < ROUNDS; round++) {
            var code = identity.createReferralCode
                    .handle(new CreateReferralCode.Command(owner, 1, Duration.ofDays(1)))
                    .code();
            var ann = identity.verified("ann" + round);
            var bob = identity.verified("bob" + round);

            var outcomes = atOnce(List.of(
                    outcome(() -> identity.redeemReferralCode.handle(new RedeemReferralCode.Command(ann, code))),
                    outcome(() -> identity.redeemReferralCode.handle(new RedeemReferralCode.Command(bob, code)))));

            assertThat(outcomes).containsExactlyInAnyOrder("ok", "referral_code_not_found");
        }
    }

    @Test
    void one_user_who_redeems_two_codes_at_once_redeems_one() {
        var owner = identity.verified("owner");
        for (int round = 0; round < ROUNDS; round++) {
            var ann = identity.verified("ann" + round);
            var codes = List.of(newCode(owner), newCode(owner));

            var outcomes = atOnce(codes.stream()
                    .map(code -> outcome(
                            () -> identity.redeemReferralCode.handle(new RedeemReferralCode.Command(ann, code))))
                    .toList());

            assertThat(outcomes).containsExactlyInAnyOrder("ok", "referral_redeemed");
            assertThat(codes.stream()
                            .mapToInt(code -> identity.stores
                                    .referrals()
                                    .find(code)
                                    .orElseThrow()
                                    .uses()))
                    .containsExactlyInAnyOrder(0, 1);
        }
    }

    private String newCode(UserId owner) {
        return identity.createReferralCode
                .handle(new CreateReferralCode.Command(owner, 9, Duration.ofDays(1)))
                .code();
    }

    @Test
    void an_address_registered_twice_at_once_has_one_account_and_one_letter() {
        for (int round = 0; round < ROUNDS; round++) {
            String email = "ann" + round + "@example.org";
            var command = new Register.Command(email, IdentityFixture.PASSWORD, "Ann", ZoneId.of("UTC"), "en");
            Callable<String> register = outcome(() -> identity.register.handle(command));

            assertThat(atOnce(List.of(register, register))).containsExactly("ok", "ok");

            identity.deliver();
            assertThat(identity.mail.delivered()).hasSize(round + 1);
        }
        assertThat(heard(Registered.class)).isEqualTo(ROUNDS);
    }

    @Test
    void eight_guesses_at_once_are_five_attempts() {
        identity.registered("ann");
        Callable<String> guess =
                outcome(() -> identity.verifyEmail.handle(new VerifyEmail.Command("ann@example.org", "00000000")));

        atOnce(Collections.nCopies(8, guess));

        var user = identity.stores
                .accounts()
                .find(new EmailAddress("ann@example.org"))
                .orElseThrow()
                .id();
        assertThat(heard(CodeTried.class)).isEqualTo(5);
        assertThat(identity.showPendingCodes.of(user).value().codes()).isEmpty();
    }

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

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("it did not come to that");
            }
            Thread.onSpinWait();
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

    @Test
    void workers_at_once_send_each_letter_once() {
        for (int number = 0; number < 20; number++) {
            identity.register.handle(new Register.Command(
                    "user" + number + "@example.org", IdentityFixture.PASSWORD, "", ZoneId.of("UTC"), "en"));
        }
        Callable<Boolean> worker = () -> {
            identity.deliver();
            return true;
        };

        atOnce(Collections.nCopies(4, worker));

        assertThat(identity.mail.delivered()).hasSize(20);
        assertThat(identity.mail.delivered().stream()
                        .map(mail -> mail.to().email())
                        .distinct())
                .hasSize(20);
    }
}
