package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.Payee;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.identity.UserId;
import java.util.Collection;
import java.util.Map;

/** All payees. Everything that writes or locks needs the active transaction. */
public interface Payees {

    /** The name of the only order of pages: by name, in the way of no language, then by id. */
    String BY_NAME = "name";

    /**
     * The owner's payee.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is none, or it is another's
     */
    Payee get(PayeeId id, UserId owner);

    /** As {@link #get}; nobody else changes the payee until this transaction ends. */
    Payee lock(PayeeId id, UserId owner);

    /** Those of the payees that are the owner's. */
    Map<PayeeId, Payee> find(UserId owner, Collection<PayeeId> ids);

    /** A page of the owner's payees in the order {@link #BY_NAME}. */
    Page<Payee> page(UserId owner, PageRequest page);

    /** How many there are. */
    int count(UserId owner);

    /**
     * Adds a new one.
     *
     * @throws dev.mainstay.domain.refusal.Conflict if another of the owner's has its name
     */
    void add(Payee payee);

    /**
     * Stores a changed one.
     *
     * @throws dev.mainstay.domain.refusal.Stale if the stored version is not the one before it
     * @throws dev.mainstay.domain.refusal.Conflict if another of the owner's has its name
     */
    void replace(Payee changed);

    /** Forgets one; transactions that named it name nobody. */
    void remove(PayeeId id);
}
