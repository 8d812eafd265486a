package dev.mainstay.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.PasswordHash;
import dev.mainstay.domain.identity.ReferralCode;
import dev.mainstay.domain.identity.RefreshToken;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Accounts} does. */
public abstract class AccountsContract extends IdentityContract {

    @Test
    void an_account_is_found_as_it_was_stored() {
        Account ann = registered("ann");
        Account changed = ann.verify(NOW)
                .contest()
                .suspend(NOW.plusSeconds(1))
                .requestDeletion(NOW.plusSeconds(2), Duration.ofDays(14))
                .grant(Role.TEACHER)
                .grant(Role.ADMIN);

        inTransaction(() -> stores.accounts().replace(changed));

        assertThat(stores.accounts().find(ann.id())).contains(changed);
        assertThat(stores.accounts().find(ann.email())).contains(changed);
    }

    @Test
    void what_is_replaced_may_be_taken_back() {
        Account ann = registered("ann");

        inTransaction(() -> stores.accounts()
                .replace(ann.verify(NOW)
                        .suspend(NOW)
                        .requestDeletion(NOW, Duration.ofDays(1))
                        .grant(Role.ADMIN)));
        Account back = ann.verify(NOW);
        inTransaction(() -> stores.accounts().replace(back));

        assertThat(stores.accounts().find(ann.id())).contains(back);
        assertThat(stores.accounts().anyAdmin()).isFalse();
    }

    @Test
    void one_address_has_one_account() {
        Account ann = registered("ann");
        var again = Account.register(new UserId(UUID.randomUUID()), ann.email(), new PasswordHash("$other"), NOW);

        boolean added = inTransaction(() -> stores.accounts().add(again));

        assertThat(added).isFalse();
        assertThat(stores.accounts().find(ann.email())).contains(ann);
        assertThat(stores.accounts().find(again.id())).isEmpty();
    }

    @Test
    void holding_answers_the_account_or_nothing() {
        Account ann = registered("ann");

        assertThat(inTransaction(() -> stores.accounts().holdShared(ann.id()))).contains(ann);
        assertThat(inTransaction(() -> stores.accounts().holdAlone(ann.id()))).contains(ann);
        assertThat(inTransaction(() -> stores.accounts().holdAlone(new UserId(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void nothing_is_held_or_written_outside_a_transaction() {
        Account ann = registered("ann");

        assertThatThrownBy(() -> stores.accounts().holdShared(ann.id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stores.accounts().replace(ann)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stores.accounts().remove(ann.id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void with_an_account_goes_everything_its_user_owns() {
        Account ann = registered("ann");
        var session = opened(ann, Duration.ZERO);
        inTransaction(() -> {
            stores.refreshTokens().issue(RefreshToken.issue("ab".repeat(32), session.id(), NOW, session.expiresAt()));
            stores.referrals().add(ReferralCode.create("abcdefgh", ann.id(), NOW, Duration.ofDays(1), 3));
            stores.letters().request(UUID.randomUUID(), LetterKind.VERIFY_EMAIL, Optional.of(ann.id()), NOW);
        });

        inTransaction(() -> stores.accounts().remove(ann.id()));

        assertThat(stores.accounts().find(ann.id())).isEmpty();
        assertThat(stores.profiles().find(ann.id())).isEmpty();
        assertThat(stores.sessions().find(session.id())).isEmpty();
        assertThat(stores.refreshTokens().find("ab".repeat(32))).isEmpty();
        assertThat(stores.referrals().find("abcdefgh")).isEmpty();
        assertThat(inTransaction(() -> stores.letters().take(NOW, NOW))).isEmpty();
    }

    @Test
    void those_due_for_deletion_come_the_longest_due_first() {
        Account late = registered("late");
        Account early = registered("early");
        Account future = registered("future");
        registered("stays");
        inTransaction(() -> {
            stores.accounts().replace(late.requestDeletion(NOW, Duration.ofDays(2)));
            stores.accounts().replace(early.requestDeletion(NOW, Duration.ofDays(1)));
            stores.accounts().replace(future.requestDeletion(NOW, Duration.ofDays(9)));
        });

        assertThat(stores.accounts().dueForDeletion(NOW.plus(Duration.ofDays(2)), 10))
                .containsExactly(early.id(), late.id());
        assertThat(stores.accounts().dueForDeletion(NOW.plus(Duration.ofDays(2)), 1))
                .containsExactly(early.id());
    }
}
