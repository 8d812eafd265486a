package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.identity.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** All accounts in the books. Everything that writes or locks needs the active transaction. */
public interface LedgerAccounts {

    /** The name of the only order of pages: by name, in the way of no language, then by id. */
    String BY_NAME = "name";

    /**
     * The owner's account.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is none, or it is another's
     */
    LedgerAccount get(LedgerAccountId id, UserId owner);

    /** As {@link #get}; nobody else changes the account, or posts to it, until this transaction ends. */
    LedgerAccount lock(LedgerAccountId id, UserId owner);

    /**
     * Those of the accounts that are the owner's, locked in the order of their ids, so that two that lock some of the same never
     * wait for each other in a circle.
     */
    Map<LedgerAccountId, LedgerAccount> lockAll(UserId owner, Collection<LedgerAccountId> ids);

    /** All of the owner's accounts, closed ones too, by name. There are few: {@link OpenAccount} sees to it. */
    List<LedgerAccount> all(UserId owner);

    /** A page of the owner's accounts in the order {@link #BY_NAME}. */
    Page<LedgerAccount> page(UserId owner, PageRequest page);

    /** How many there are, closed ones too. */
    int count(UserId owner);

    /**
     * Adds a new one, with a balance of nothing.
     *
     * @throws dev.mainstay.domain.refusal.Conflict if another of the owner's has its name
     */
    void add(LedgerAccount account);

    /**
     * Stores a changed one.
     *
     * @throws dev.mainstay.domain.refusal.Stale if the stored version is not the one before it
     * @throws dev.mainstay.domain.refusal.Conflict if another of the owner's has its name
     */
    void replace(LedgerAccount changed);
}
