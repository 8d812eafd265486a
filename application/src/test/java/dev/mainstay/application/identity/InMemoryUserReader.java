package dev.mainstay.application.identity;

import dev.mainstay.application.identity.ReferralOffer.Terms;
import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@link UserReader} without a database. */
final class InMemoryUserReader implements UserReader {

    private final InMemoryIdentity tables;

    InMemoryUserReader(InMemoryIdentity tables) {
        this.tables = tables;
    }

    @Override
    public ProfileCard card(UserId user) {
        return tables.accounts
                .find(user)
                .map(account ->
                        ProfileCard.of(account, tables.profiles.find(user).orElseThrow()))
                .orElseThrow(() -> new NotFound("user_not_found", "There is no such user."));
    }

    @Override
    public UserRoles roles(UserId user) {
        return new UserRoles(
                List.copyOf(tables.accounts.find(user).map(Account::roles).orElse(Set.of())));
    }

    @Override
    public ReferralOffer offer(String code) {
        return new ReferralOffer(tables.referralCodes
                .find(code)
                .map(found -> new Terms(code, found.expiresAt(), found.maxUses() - found.uses())));
    }

    @Override
    public Page<UserSummary> users(UserFilter filter, PageRequest page) {
        var order = Comparator.comparing(UserSummary::registeredAt)
                .thenComparing(user -> user.user().value().toString())
                .reversed();
        var rows = tables.accounts.stream()
                .map(this::summary)
                .filter(user -> matches(filter, user))
                .sorted(order)
                .dropWhile(user -> !after(user, page))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(
                rows,
                page.limit(),
                user -> new Cursor(
                        "registered",
                        List.of(
                                user.registeredAt().toString(),
                                user.user().value().toString())));
    }

    private static boolean after(UserSummary user, PageRequest page) {
        Cursor cursor = page.after();
        if (cursor == null) {
            return true;
        }
        int byTime = user.registeredAt().compareTo(Instant.parse(cursor.values().getFirst()));
        return byTime < 0
                || (byTime == 0
                        && user.user()
                                        .value()
                                        .toString()
                                        .compareTo(cursor.values().getLast())
                                < 0);
    }

    private static boolean matches(UserFilter filter, UserSummary user) {
        String text = filter.text().orElse("").toLowerCase(Locale.ROOT);
        return (user.email().contains(text)
                        || user.name().toLowerCase(Locale.ROOT).contains(text))
                && filter.status().map(user.status()::equals).orElse(true)
                && filter.role().map(user.roles()::contains).orElse(true);
    }

    private UserSummary summary(Account account) {
        var profile = tables.profiles.find(account.id()).orElseThrow();
        return new UserSummary(
                account.id(),
                account.email().value(),
                profile.name(),
                account.status(),
                List.copyOf(account.roles()),
                account.registeredAt());
    }
}
