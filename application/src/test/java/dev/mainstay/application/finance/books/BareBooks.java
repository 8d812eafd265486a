package dev.mainstay.application.finance.books;

import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Somebody's books, as bare as a reader needs them: whatever sums them up is tried on these. */
public interface BareBooks {

    UserId newUser();

    LedgerAccountId account(UserId owner, String currency);

    CategoryId category(UserId owner, CategoryKind kind, @Nullable CategoryId parent);

    /** Posts a transaction, in the active transaction or in one of its own. */
    void post(UserId owner, LocalDate day, Posting... postings);

    /** Spends an amount such as {@code 12.34 EUR} on a category; less than nothing comes back. */
    default void spend(UserId owner, String day, String amount, LedgerAccountId account, CategoryId category) {
        Money spent = money(amount);
        post(
                owner,
                LocalDate.parse(day),
                Posting.of(PostingTarget.to(account), spent.negated()),
                Posting.of(PostingTarget.to(category), spent));
    }

    static Money money(String text) {
        String[] parts = text.split(" ", 2);
        return Money.parse("amount", parts[0], Currency.getInstance(parts[1]));
    }
}
