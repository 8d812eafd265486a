package dev.mainstay.application.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.AccountKind;
import dev.mainstay.domain.finance.ledger.AppliedRate;
import dev.mainstay.domain.finance.ledger.AppliedRate.Source;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.finance.ledger.Nominal;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.ledger.TransactionContent;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of transactions does, from the first they are stored until they are taken back. */
public abstract class BooksContract extends BooksFixture {

    @Test
    void a_transaction_comes_back_as_it_was_stored_and_to_its_owner_alone() {
        var owner = newUser();
        var bank = account(owner, "Bank");
        var usd = Currency.getInstance("USD");
        var dollars = LedgerAccount.open(
                new LedgerAccountId(newId()), owner, AccountKind.CASH, new LedgerName("Dollars"), usd, NOON);
        write(() -> {
            books().accounts().add(dollars);
            return true;
        });
        var postings = Postings.of(
                new Posting(PostingTarget.to(bank.id()), eur(-100), "Bär & Söhne"),
                Posting.of(PostingTarget.to(Nominal.EXCHANGE), eur(100)),
                Posting.of(PostingTarget.to(dollars.id()), new Money(110, usd)),
                Posting.of(PostingTarget.to(Nominal.EXCHANGE), new Money(-110, usd)));
        var rate = new AppliedRate(
                EUR, usd, new BigDecimal("1.0987654321098765"), LocalDate.parse("2026-02-27"), Source.ECB);
        var moved = Transaction.posted(
                new TransactionId(newId()),
                owner,
                new TransactionContent(NOON, LocalDate.parse("2026-03-02"), new Description("über"), postings, rate),
                Origin.TRANSFER,
                NOON.plusMillis(7));
        add(moved);

        assertThat(books().entries().get(moved.id(), owner)).isEqualTo(moved);
        assertThat(write(() -> books().entries().lock(moved.id(), owner))).isEqualTo(moved);
        assertThat(books().reader().transaction(moved.id(), owner).transaction())
                .isEqualTo(moved);
        assertThat(balance(bank)).isEqualTo("-100 and 0 pending");
        assertThat(balance(dollars)).isEqualTo("110 and 0 pending");
        var stranger = newUser();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> books().entries().get(moved.id(), stranger));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> books().reader().transaction(moved.id(), stranger));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> books().entries().addAll(List.of(moved)));
    }

    @Test
    void a_pending_one_counts_as_pending_until_it_is_posted_or_void() {
        var owner = newUser();
        var bank = account(owner, "Bank");
        var cash = account(owner, "Cash");
        var safe = account(owner, "Safe");
        var pending = add(Transaction.pending(
                new TransactionId(newId()),
                owner,
                content(NOON, "", move(PostingTarget.to(cash.id()), PostingTarget.to(bank.id()), 70)),
                Origin.MANUAL,
                NOON));
        assertThat(balance(bank)).isEqualTo("0 and -70 pending");

        var moved = replace(pending.replace(content(
                NOON.minus(Duration.ofDays(400)),
                "later",
                move(PostingTarget.to(safe.id()), PostingTarget.to(bank.id()), 80))));
        assertThat(balance(bank)).isEqualTo("0 and -80 pending");
        assertThat(balance(cash)).isEqualTo("0 and 0 pending");
        assertThat(balance(safe)).isEqualTo("0 and 80 pending");
        assertThat(books().entries().get(pending.id(), owner)).isEqualTo(moved);
        assertThatExceptionOfType(Stale.class).isThrownBy(() -> replace(pending.voided()));

        var posted = replace(moved.post(NOON.plusSeconds(3)));
        assertThat(books().entries().get(pending.id(), owner)).isEqualTo(posted);
        assertThat(balance(bank)).isEqualTo("-80 and 0 pending");
        assertThat(books().reader().balanceAt(bank, NOON.minus(Duration.ofDays(400))))
                .isEqualTo(eur(-80));

        var other = add(Transaction.pending(
                new TransactionId(newId()),
                owner,
                content(NOON, "", move(PostingTarget.to(cash.id()), PostingTarget.to(bank.id()), 5)),
                Origin.MANUAL,
                NOON));
        replace(other.voided());
        assertThat(balance(bank)).isEqualTo("-80 and 0 pending");
        assertThat(books().reader().register(cash, new PageRequest(5, null)).items())
                .isEmpty();
    }

    @Test
    void a_transaction_is_taken_back_once() {
        var owner = newUser();
        var bank = account(owner, "Bank");
        var food = category(owner, "Food", CategoryKind.EXPENSE);
        var lunch = post(owner, NOON, move(PostingTarget.to(food.id()), PostingTarget.to(bank.id()), 500));
        assertThat(books().entries().reversalOf(lunch.id())).isEmpty();

        var back = add(reversal(lunch));

        assertThat(balance(bank)).isEqualTo("0 and 0 pending");
        assertThat(books().entries().reversalOf(lunch.id())).contains(back.id());
        assertThat(books().entries().get(back.id(), owner)).isEqualTo(back);
        assertThat(books().reader().transaction(lunch.id(), owner).reversedBy()).isEqualTo(back.id());
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> add(reversal(lunch)));
        add(reversal(back));
        assertThat(balance(bank)).isEqualTo("-500 and 0 pending");
    }

    private static Transaction reversal(Transaction transaction) {
        return transaction.reversal(
                new TransactionId(newId()), NOON, LocalDate.parse("2026-03-01"), Description.NONE, NOON);
    }

    @Test
    void a_balance_that_64_bits_cannot_hold_is_refused() {
        var owner = newUser();
        var bank = account(owner, "Bank");
        var lines = new ArrayList<Posting>();
        for (int i = 0; i < 50; i++) {
            lines.add(Posting.of(PostingTarget.to(bank.id()), eur(Money.MOST)));
            lines.add(Posting.of(PostingTarget.to(Nominal.OPENING), eur(-Money.MOST)));
        }
        var much = IntStream.range(0, 185)
                .mapToObj(i -> Transaction.posted(
                        new TransactionId(newId()), owner, content(NOON, "", new Postings(lines)), Origin.MANUAL, NOON))
                .toList();

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> write(() -> {
                    books().entries().addAll(much);
                    return true;
                }));
        assertThat(balance(bank)).isEqualTo("0 and 0 pending");
    }
}
