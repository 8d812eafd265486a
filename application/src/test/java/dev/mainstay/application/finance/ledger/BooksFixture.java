package dev.mainstay.application.finance.ledger;

import dev.mainstay.domain.finance.ledger.AccountKind;
import dev.mainstay.domain.finance.ledger.Annotation;
import dev.mainstay.domain.finance.ledger.Category;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.Tags;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.ledger.TransactionContent;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Books with something in them, which the contracts try out. */
public abstract class BooksFixture {

    protected static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    protected static final Currency EUR = Currency.getInstance("EUR");

    private static final AtomicLong IDS = new AtomicLong();

    protected abstract Books books();

    /** A user that the store has not seen yet. */
    protected abstract UserId newUser();

    protected static UUID newId() {
        return new UUID(0x0000_0190_0000_7000L, 0x8000_0000_0000_0000L | IDS.incrementAndGet());
    }

    protected static Money eur(long cents) {
        return new Money(cents, EUR);
    }

    protected final LedgerAccount account(UserId owner, String name) {
        var account = LedgerAccount.open(
                new LedgerAccountId(newId()), owner, AccountKind.BANK, new LedgerName(name), EUR, NOON);
        return write(() -> {
            books().accounts().add(account);
            return account;
        });
    }

    protected final Category category(UserId owner, String name, CategoryKind kind) {
        var category = Category.create(new CategoryId(newId()), owner, kind, new LedgerName(name), null);
        return write(() -> {
            books().categories().add(category);
            return category;
        });
    }

    /** Of cents into one and out of the other. */
    protected static Postings move(PostingTarget to, PostingTarget from, long cents) {
        return Postings.of(Posting.of(to, eur(cents)), Posting.of(from, eur(-cents)));
    }

    protected static TransactionContent content(Instant at, String description, Postings postings) {
        return new TransactionContent(
                at, LocalDate.ofInstant(at, ZoneOffset.UTC), new Description(description), postings, null);
    }

    protected final Transaction post(UserId owner, Instant at, Postings postings) {
        return add(
                Transaction.posted(new TransactionId(newId()), owner, content(at, "", postings), Origin.MANUAL, NOON));
    }

    protected final Transaction add(Transaction transaction) {
        return add(transaction, Annotation.first(transaction.id(), transaction.owner(), Notes.NONE, null, Tags.NONE));
    }

    protected final Transaction add(Transaction transaction, Annotation annotation) {
        return write(() -> {
            books().entries().addAll(List.of(transaction));
            books().annotations().addAll(List.of(annotation));
            return transaction;
        });
    }

    protected final Transaction replace(Transaction changed) {
        return write(() -> {
            books().entries().replace(changed);
            return changed;
        });
    }

    protected final <T> T write(Supplier<T> work) {
        return books().transactions().run(work);
    }

    protected final String balance(LedgerAccount account) {
        var balance = Objects.requireNonNull(books().reader()
                .balances(account.owner(), List.of(account.id()))
                .get(account.id()));
        return balance.posted().minorUnits() + " and " + balance.pending().minorUnits() + " pending";
    }
}
