package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link Accounts} without a database. */
final class InMemoryAccounts implements Accounts {

    private final InMemoryIdentity tables;

    InMemoryAccounts(InMemoryIdentity tables) {
        this.tables = tables;
    }

    @Override
    public boolean add(Account account) {
        if (find(account.email()).isPresent()) {
            tables.transactions.requireActive();
            return false;
        }
        tables.accounts.put(account.id(), account);
        return true;
    }

    @Override
    public Optional<Account> find(UserId user) {
        return tables.accounts.find(user);
    }

    @Override
    public Optional<Account> find(EmailAddress email) {
        return tables.accounts.stream()
                .filter(each -> each.email().equals(email))
                .findAny();
    }

    /** Transactions in memory run one at a time: whoever is in one holds everything. */
    @Override
    public Optional<Account> holdShared(UserId user) {
        tables.transactions.requireActive();
        return find(user);
    }

    @Override
    public Optional<Account> holdAlone(UserId user) {
        tables.transactions.requireActive();
        return find(user);
    }

    @Override
    public void replace(Account account) {
        tables.accounts.put(account.id(), account);
    }

    @Override
    public void remove(UserId user) {
        tables.removeOwned(user);
    }

    @Override
    public List<UserId> dueForDeletion(Instant now, int limit) {
        return tables.accounts.stream()
                .filter(account -> account.dueForDeletion(now))
                .sorted(Comparator.comparing(
                        account -> account.deletion().orElseThrow().due()))
                .limit(limit)
                .map(Account::id)
                .toList();
    }

    @Override
    public boolean anyAdmin() {
        return tables.accounts.stream().anyMatch(account -> account.is(Role.ADMIN));
    }
}
