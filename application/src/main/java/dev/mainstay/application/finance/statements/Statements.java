package dev.mainstay.application.finance.statements;

import dev.mainstay.application.finance.statements.layout.Layout.Told;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Payee;
import dev.mainstay.domain.finance.statements.StatementId;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Statements, what was booked of them, and what is remembered of their layouts. Everything that writes or locks needs the active
 * transaction.
 */
public interface Statements {

    /** How many layouts are remembered of an account; those used longest ago are forgotten. */
    int MOST_REMEMBERED = 50;

    /** Adds a new one with its file. */
    void add(Statement statement, byte[] file);

    /**
     * The owner's statement.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is none, or it is another's
     */
    Statement get(StatementId id, UserId owner);

    /** As {@link #get}; nobody else changes it or books of it until this transaction ends. */
    Statement lock(StatementId id, UserId owner);

    /** The bytes of its file, as they came. */
    byte[] file(StatementId id);

    /**
     * Stores a changed one.
     *
     * @throws dev.mainstay.domain.refusal.Stale if the stored version is not the one before it
     */
    void replace(Statement changed);

    /** Forgets it with its file; what was booked stays booked, and known. */
    void remove(StatementId id);

    /** All of an owner, the latest first. There are few: {@link KeepStatements} sees to it. */
    List<Statement> all(UserId owner);

    /** Forgets those uploaded before an instant, at most so many; returns how many. */
    int purge(Instant uploadedBefore, int most);

    /** What was booked in an account under any of those fingerprints. */
    Map<String, BookedRow> booked(LedgerAccountId account, Collection<String> fingerprints);

    /**
     * Writes down what was booked. The account is locked, and none of the fingerprints was booked in it before.
     *
     * @param rows of one account
     */
    void addBooked(UserId owner, LedgerAccountId account, List<BookedRow> rows);

    /** Hands over all that an owner ever booked of statements. */
    void eachBooked(UserId owner, Consumer<BookedRow> row);

    /** What was said of files of an account with that header; {@link Told#NOTHING} if nothing was. */
    Told remembered(LedgerAccountId account, String headerKey);

    /** From now on files of the account with that header mean that. */
    void remember(UserId owner, LedgerAccountId account, String headerKey, Told told, Instant now);

    /** The owner's payees of those names, by {@link dev.mainstay.domain.finance.ledger.LedgerName#key}. */
    Map<String, Payee> payees(UserId owner, Collection<String> nameKeys);
}
