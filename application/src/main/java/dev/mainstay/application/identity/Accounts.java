package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All accounts. What is held is held until the transaction ends. */
public interface Accounts {

    /**
     * Adds an account; two that add one address at once wait for each other.
     *
     * @return false if the address is taken, then nothing is stored
     */
    boolean add(Account account);

    Optional<Account> find(UserId user);

    Optional<Account> find(EmailAddress email);

    /**
     * Reads an account and keeps others from changing it until the transaction ends; several may hold it so.
     *
     * <p>Whoever opens or refreshes a session holds its account shared, and whoever changes what sessions may do (roles, suspension,
     * password, deletion) holds it alone. So the change either sees the new session and names it in its event, or the login waits
     * and sees the change: no session slips between.
     */
    Optional<Account> holdShared(UserId user);

    /** Reads an account and keeps everybody else from holding it until the transaction ends. */
    Optional<Account> holdAlone(UserId user);

    /** Stores the changed account with its roles; it must be held alone. */
    void replace(Account account);

    /** Removes the account and, by the store's foreign keys, everything that its user owns in any feature. */
    void remove(UserId user);

    /** Those whose deletion is due, the longest due first. */
    List<UserId> dueForDeletion(Instant now, int limit);

    boolean anyAdmin();
}
