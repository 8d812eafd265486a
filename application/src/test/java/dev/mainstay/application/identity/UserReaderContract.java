package dev.mainstay.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.identity.AccountStatus;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link UserReader} does. */
public abstract class UserReaderContract extends IdentityContract {

    private List<String> emails(UserFilter filter) {
        return stores.userReader().users(filter, new PageRequest(50, null)).items().stream()
                .map(UserSummary::email)
                .toList();
    }

    @Test
    void users_are_found_by_part_of_address_or_name_by_status_and_by_role() {
        var ann = registered("ann");
        registered("bob");
        inTransaction(() -> stores.accounts().replace(ann.verify(NOW).grant(Role.TEACHER)));

        assertThat(emails(UserFilter.ALL)).containsExactlyInAnyOrder("ann@example.org", "bob@example.org");
        assertThat(emails(new UserFilter(Optional.of("BO"), Optional.empty(), Optional.empty())))
                .containsExactly("bob@example.org");
        assertThat(emails(new UserFilter(Optional.of("%"), Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(emails(new UserFilter(Optional.empty(), Optional.of(AccountStatus.ACTIVE), Optional.empty())))
                .containsExactly("ann@example.org");
        assertThat(emails(new UserFilter(Optional.empty(), Optional.empty(), Optional.of(Role.TEACHER))))
                .containsExactly("ann@example.org");
    }

    @Test
    void pages_together_show_everybody_once() {
        for (int number = 0; number < 5; number++) {
            registered("user" + number);
        }

        var seen = new ArrayList<String>();
        var page = stores.userReader().users(UserFilter.ALL, new PageRequest(2, null));
        page.items().forEach(user -> seen.add(user.email()));
        while (page.next() != null) {
            page = stores.userReader().users(UserFilter.ALL, new PageRequest(2, page.next()));
            page.items().forEach(user -> seen.add(user.email()));
        }

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void who_does_not_exist_has_no_card_and_no_roles() {
        var nobody = new UserId(UUID.randomUUID());

        assertThatThrownBy(() -> stores.userReader().card(nobody)).isInstanceOf(NotFound.class);
        assertThat(stores.userReader().roles(nobody).roles()).isEmpty();
    }
}
