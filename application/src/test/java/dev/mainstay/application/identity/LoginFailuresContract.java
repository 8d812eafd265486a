package dev.mainstay.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What every {@link LoginFailures} does. */
public abstract class LoginFailuresContract extends IdentityContract {

    private static final byte[] SUBJECT = HexFormat.of().parseHex("0a".repeat(32));

    private int count(Instant at) {
        return inTransaction(() -> stores.failures().count(SUBJECT, at, at.minusSeconds(100)));
    }

    @Test
    void failures_in_a_row_add_up_until_they_are_old() {
        assertThat(count(NOW)).isEqualTo(1);
        assertThat(count(NOW.plusSeconds(100))).isEqualTo(2);
        assertThat(count(NOW.plusSeconds(201))).isEqualTo(1);
    }

    @Test
    void a_lock_stands_until_a_success_clears_it() {
        assertThat(stores.failures().lockedUntil(SUBJECT)).isEmpty();
        count(NOW);
        assertThat(stores.failures().lockedUntil(SUBJECT)).isEmpty();
        inTransaction(() -> stores.failures().lock(SUBJECT, NOW.plusSeconds(30)));
        assertThat(stores.failures().lockedUntil(SUBJECT)).contains(NOW.plusSeconds(30));

        inTransaction(() -> stores.failures().clear(SUBJECT));

        assertThat(stores.failures().lockedUntil(SUBJECT)).isEmpty();
        assertThat(count(NOW)).isEqualTo(1);
    }

    @Test
    void old_failures_are_forgotten() {
        count(NOW);

        assertThat(inTransaction(() -> stores.failures().forgetBefore(NOW))).isZero();
        assertThat(inTransaction(() -> stores.failures().forgetBefore(NOW.plusSeconds(1))))
                .isEqualTo(1);
    }
}
