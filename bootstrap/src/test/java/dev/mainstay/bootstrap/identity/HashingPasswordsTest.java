package dev.mainstay.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.time.SeededRandomness;
import dev.mainstay.bootstrap.identity.Argon2Passwords.Cost;
import dev.mainstay.domain.identity.PasswordHash;
import dev.mainstay.domain.refusal.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class HashingPasswordsTest {

    private static final Cost CHEAP = new Cost(1024, 1, 1);

    private static Argon2Passwords with(Cost cost) {
        return new Argon2Passwords(cost, new SeededRandomness(1), new Turnstile(2, 2, Duration.ofSeconds(5)));
    }

    @Test
    void a_password_matches_its_own_hash_alone() {
        var passwords = with(CHEAP);
        var hash = passwords.hash("correct horse battery");

        assertThat(hash.phc()).startsWith("$argon2id$v=19$m=1024,t=1,p=1$");
        assertThat(passwords.matches("correct horse battery", Optional.of(hash)))
                .isTrue();
        assertThat(passwords.matches("correct horse batterY", Optional.of(hash)))
                .isFalse();
        assertThat(passwords.hash("correct horse battery")).isNotEqualTo(hash);
    }

    /** Made by the reference implementation: {@code argon2 somesalt -id -t 2 -m 16 -p 1 -l 24} with "password". */
    @Test
    void hashes_of_the_reference_implementation_are_read() {
        var reference = new PasswordHash(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        assertThat(with(CHEAP).matches("password", Optional.of(reference))).isTrue();
        assertThat(with(CHEAP).matches("passwort", Optional.of(reference))).isFalse();
    }

    @Test
    void for_nobody_as_much_is_hashed_as_for_anybody_and_nothing_matches() {
        assertThat(with(CHEAP).matches("nobody's password", Optional.empty())).isFalse();
        var full = new Argon2Passwords(CHEAP, new SeededRandomness(1), new Turnstile(0, 0, Duration.ZERO));
        assertThatThrownBy(() -> full.matches("nobody's password", Optional.empty()))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void a_hash_of_other_parameters_is_outdated_and_still_readable() {
        var old = with(CHEAP).hash("correct horse battery");
        var now = with(new Cost(2048, 1, 1));

        assertThat(now.outdated(old)).isTrue();
        assertThat(now.matches("correct horse battery", Optional.of(old))).isTrue();
        assertThat(now.outdated(now.hash("correct horse battery"))).isFalse();
    }

    @Test
    void whoever_finds_the_queue_full_is_sent_away_at_once() throws Exception {
        var turnstile = new Turnstile(1, 0, Duration.ofSeconds(5));
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> turnstile.pass(() -> {
                inside.countDown();
                return released(leave);
            }));
            inside.await();

            assertThatThrownBy(() -> turnstile.pass(() -> true))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            busy -> assertThat(busy.retryAfter()).isPositive());

            leave.countDown();
            assertThat(first.get()).isTrue();
        }
        assertThat(turnstile.<Boolean>pass(() -> true)).isTrue();
    }

    @Test
    void work_never_holds_the_carrier_of_a_virtual_thread() throws Exception {
        var turnstile = new Turnstile(1, 0, Duration.ofSeconds(5));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.submit(() ->
                                    turnstile.pass(() -> Thread.currentThread().isVirtual()))
                            .get())
                    .isFalse();
        }
    }

    @Test
    void whoever_waits_too_long_is_sent_away() throws Exception {
        var turnstile = new Turnstile(1, 1, Duration.ofMillis(20));
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> turnstile.pass(() -> {
                inside.countDown();
                return released(leave);
            }));
            inside.await();

            assertThatThrownBy(() -> turnstile.pass(() -> true)).isInstanceOf(Unavailable.class);

            leave.countDown();
            assertThat(first.get()).isTrue();
        }
    }

    private static boolean released(CountDownLatch leave) {
        try {
            leave.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
