package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.finance.ledger.Annotation;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.Tags;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a posted transaction back, at most once, by a posted transaction the other way round. */
public final class ReverseTransaction {

    private final Writes writes;
    private final LedgerAccounts accounts;
    private final LedgerTransactions transactions;
    private final Annotations annotations;
    private final UserZones zones;
    private final Ids ids;
    private final InstantSource clock;

    public ReverseTransaction(
            Writes writes,
            LedgerAccounts accounts,
            LedgerTransactions transactions,
            Annotations annotations,
            UserZones zones,
            Ids ids,
            InstantSource clock) {
        this.writes = writes;
        this.accounts = accounts;
        this.transactions = transactions;
        this.annotations = annotations;
        this.zones = zones;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What to take back, and when.
     *
     * @param at null for the start of the day in the owner's zone or, without a day, for now
     * @param day null for that of {@code at} in the owner's zone
     */
    public record Command(
            UserId owner,
            TransactionId transaction,
            @Nullable Instant at,
            @Nullable LocalDate day,
            Description description) {}

    /** The transaction that takes it back. */
    public Transaction handle(Command command) {
        return writes.run(events -> {
            var original = transactions.lock(command.transaction(), command.owner());
            Instant now = clock.instant();
            var moment = LedgerRules.dated(
                    command.owner(),
                    command.at(),
                    command.day(),
                    command.description(),
                    original.content().postings(),
                    null,
                    zones,
                    () -> now);
            var reversal = original.reversal(
                    new TransactionId(ids.next()), moment.at(), moment.day(), moment.description(), now);
            if (transactions.reversalOf(original.id()).isPresent()) {
                throw Transaction.alreadyReversed();
            }
            accounts.lockAll(command.owner(), reversal.content().postings().accounts())
                    .values()
                    .forEach(LedgerAccount::requireOpen);
            transactions.addAll(List.of(reversal));
            var said = annotations.get(original.id(), command.owner());
            annotations.addAll(
                    List.of(Annotation.first(reversal.id(), command.owner(), Notes.NONE, said.payee(), Tags.NONE)));
            events.raise(reversal.postedEvent());
            return reversal;
        });
    }
}
