package dev.mainstay.application.identity;

import static dev.mainstay.domain.identity.LetterKind.RESET_PASSWORD;
import static dev.mainstay.domain.identity.LetterKind.VERIFY_EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.identity.PendingCodes.Pending;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link OneTimeCodes} does. */
public abstract class OneTimeCodesContract extends IdentityContract {

    private static final byte[] HASH = new byte[32];
    private static final byte[] NEWER = HexFormat.of().parseHex("01".repeat(32));

    private UserId userWithCode() {
        var user = registered("ann").id();
        inTransaction(() -> stores.codes().issue(user, VERIFY_EMAIL, HASH, NOW.plusSeconds(60)));
        return user;
    }

    private Optional<byte[]> attempt(UserId user, Instant at) {
        return inTransaction(() -> stores.codes().attempt(user, VERIFY_EMAIL, at));
    }

    @Test
    void a_code_may_be_tried_five_times() {
        var user = userWithCode();

        for (int tries = 0; tries < OneTimeCodes.MAX_ATTEMPTS; tries++) {
            assertThat(attempt(user, NOW))
                    .hasValueSatisfying(hash -> assertThat(hash).isEqualTo(HASH));
        }
        assertThat(attempt(user, NOW)).isEmpty();
        assertThat(stores.sessionReader().pendingCodes(user).codes()).isEmpty();
    }

    @Test
    void a_consumed_an_expired_and_another_kind_of_code_are_no_code() {
        var user = userWithCode();

        assertThat(attempt(user, NOW.plusSeconds(60))).isEmpty();
        assertThat(inTransaction(() -> stores.codes().attempt(user, RESET_PASSWORD, NOW)))
                .isEmpty();
        inTransaction(() -> stores.codes().consume(user, VERIFY_EMAIL, NOW));
        assertThat(attempt(user, NOW)).isEmpty();
    }

    @Test
    void a_new_code_replaces_the_old_and_has_all_its_attempts() {
        var user = userWithCode();
        for (int tries = 0; tries < OneTimeCodes.MAX_ATTEMPTS; tries++) {
            attempt(user, NOW);
        }

        inTransaction(() -> stores.codes().issue(user, VERIFY_EMAIL, NEWER, NOW.plusSeconds(90)));

        assertThat(attempt(user, NOW))
                .hasValueSatisfying(hash -> assertThat(hash).isEqualTo(NEWER));
        assertThat(stores.sessionReader().pendingCodes(user).codes())
                .containsExactly(new Pending(VERIFY_EMAIL, NOW.plusSeconds(90), 4));
    }

    @Test
    void expired_codes_are_forgotten() {
        userWithCode();

        assertThat(inTransaction(() -> stores.codes().forgetBefore(NOW.plusSeconds(60))))
                .isZero();
        assertThat(inTransaction(() -> stores.codes().forgetBefore(NOW.plusSeconds(61))))
                .isEqualTo(1);
    }
}
