package dev.mainstay.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
    private static final PasswordHash PASSWORD = new PasswordHash("$test$hash");

    private final Account registered =
            Account.register(new UserId(UUID.randomUUID()), new EmailAddress("ann@example.org"), PASSWORD, NOW);

    @Test
    void it_becomes_active_when_its_mailbox_is_proved() {
        assertThat(registered.status()).isEqualTo(AccountStatus.UNVERIFIED);
        assertThat(registered.verify(NOW).status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(registered.verify(NOW).password()).contains(PASSWORD);
    }

    @Test
    void verifying_twice_keeps_the_first_time() {
        assertThat(registered.verify(NOW).verify(NOW.plusSeconds(1)).verifiedAt())
                .contains(NOW);
    }

    @Test
    void a_contested_password_does_not_survive_the_proof() {
        var verified = registered.contest().verify(NOW);

        assertThat(verified.password()).isEmpty();
        assertThat(verified.contested()).isFalse();
    }

    @Test
    void suspension_outranks_everything_else_in_its_status() {
        var leaving = registered.verify(NOW).requestDeletion(NOW, Duration.ofDays(14));

        assertThat(leaving.status()).isEqualTo(AccountStatus.LEAVING);
        assertThat(leaving.suspend(NOW).status()).isEqualTo(AccountStatus.SUSPENDED);
        assertThat(leaving.suspend(NOW).release()).isEqualTo(leaving);
    }

    @Test
    void asking_for_deletion_twice_does_not_move_the_day() {
        var first = registered.requestDeletion(NOW, Duration.ofDays(14));

        assertThat(first.requestDeletion(NOW.plusSeconds(60), Duration.ofDays(14)))
                .isEqualTo(first);
        assertThat(first.dueForDeletion(NOW.plus(Duration.ofDays(14)))).isTrue();
        assertThat(first.dueForDeletion(NOW.plus(Duration.ofDays(14)).minusSeconds(1)))
                .isFalse();
        assertThat(first.cancelDeletion()).isEqualTo(registered);
    }

    @Test
    void roles_come_and_go() {
        assertThat(registered.grant(Role.ADMIN).grant(Role.ADMIN).roles()).containsExactly(Role.ADMIN);
        assertThat(registered.grant(Role.ADMIN).revoke(Role.ADMIN)).isEqualTo(registered);
    }
}
