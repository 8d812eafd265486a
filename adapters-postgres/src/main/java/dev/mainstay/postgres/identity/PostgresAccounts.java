package dev.mainstay.postgres.identity;

import dev.mainstay.application.identity.Accounts;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.Deletion;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.PasswordHash;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.sql.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accounts in {@code identity.account}, held by its row locks. */
public final class PostgresAccounts implements Accounts {

    private final Database database;

    public PostgresAccounts(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Account account) {
        int rows = database.write(handle -> handle.createUpdate("""
                        INSERT INTO identity.account (id, email, password_hash, password_contested, registered_at)
                        VALUES (:id, :email, :password, :contested, :registeredAt)
                        ON CONFLICT (email) DO NOTHING
                        """)
                .bind("id", account.id().value())
                .bind("email", account.email().value())
                .bind("password", account.password().map(PasswordHash::phc).orElse(null))
                .bind("contested", account.contested())
                .bind("registeredAt", account.registeredAt())
                .execute());
        return rows == 1;
    }

    @Override
    public Optional<Account> find(UserId user) {
        return database.read(handle -> handle.createQuery(
                        "SELECT " + AccountRows.COLUMNS + " FROM identity.account a WHERE a.id = :user")
                .bind("user", user.value())
                .map(AccountRows::account)
                .findOne());
    }

    @Override
    public Optional<Account> find(EmailAddress email) {
        return database.read(handle -> handle.createQuery(
                        "SELECT " + AccountRows.COLUMNS + " FROM identity.account a WHERE a.email = :email")
                .bind("email", email.value())
                .map(AccountRows::account)
                .findOne());
    }

    @Override
    public Optional<Account> holdShared(UserId user) {
        return hold(user, "SELECT 1 FROM identity.account WHERE id = :user FOR SHARE");
    }

    @Override
    public Optional<Account> holdAlone(UserId user) {
        return hold(user, "SELECT 1 FROM identity.account WHERE id = :user FOR NO KEY UPDATE");
    }

    /** In two statements: one that waited for the lock still sees the roles of before it waited; the next one does not. */
    private Optional<Account> hold(UserId user, String lock) {
        boolean there = database.write(handle -> handle.createQuery(lock)
                .bind("user", user.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
        return there ? find(user) : Optional.empty();
    }

    @Override
    public void replace(Account account) {
        database.execute(handle -> {
            handle.createUpdate("""
                            UPDATE identity.account
                            SET password_hash = :password, password_contested = :contested, verified_at = :verifiedAt,
                                suspended_at = :suspendedAt, deletion_requested_at = :requestedAt, deletion_due = :due
                            WHERE id = :id
                            """)
                    .bind("id", account.id().value())
                    .bind("password", account.password().map(PasswordHash::phc).orElse(null))
                    .bind("contested", account.contested())
                    .bindByType("verifiedAt", account.verifiedAt().orElse(null), Instant.class)
                    .bindByType("suspendedAt", account.suspendedAt().orElse(null), Instant.class)
                    .bindByType(
                            "requestedAt",
                            account.deletion().map(Deletion::requestedAt).orElse(null),
                            Instant.class)
                    .bindByType("due", account.deletion().map(Deletion::due).orElse(null), Instant.class)
                    .execute();
            handle.createUpdate("""
                            WITH taken AS (
                                DELETE FROM identity.account_role WHERE user_id = :id AND role <> ALL (:roles)
                            )
                            INSERT INTO identity.account_role (user_id, role)
                            SELECT :id, given FROM unnest(:roles) AS given
                            ON CONFLICT (user_id, role) DO NOTHING
                            """)
                    .bind("id", account.id().value())
                    .bindArray(
                            "roles",
                            String.class,
                            account.roles().stream().map(Role::name).toList())
                    .execute();
        });
    }

    @Override
    public void remove(UserId user) {
        database.execute(handle -> handle.createUpdate("DELETE FROM identity.account WHERE id = :user")
                .bind("user", user.value())
                .execute());
    }

    @Override
    public List<UserId> dueForDeletion(Instant now, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id FROM identity.account WHERE deletion_due <= :now ORDER BY deletion_due LIMIT :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .map(UserId::new)
                .list());
    }

    @Override
    public boolean anyAdmin() {
        return database.read(
                handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM identity.account_role WHERE role = 'ADMIN')")
                        .mapTo(Boolean.class)
                        .one());
    }
}
