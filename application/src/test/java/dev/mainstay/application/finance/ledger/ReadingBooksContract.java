package dev.mainstay.application.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.Annotation;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.Nominal;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.Tags;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.ledger.TransactionContent;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.ledger.TransactionStatus;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What whoever reads the books finds: balances of the past, registers, and lists. */
public abstract class ReadingBooksContract extends BooksFixture {

    /** Over years and within one minute, in random order, many at one instant; against sums made by hand. */
    @Test
    void balances_of_the_past_and_registers_are_what_the_postings_sum_to() {
        var random = new Random(7);
        var owner = newUser();
        var bank = account(owner, "Bank");
        var cash = account(owner, "Cash");
        var all = new ArrayList<Transaction>();
        for (int i = 0; i < 120; i++) {
            all.add(random(random, owner, bank, cash));
        }
        write(() -> {
            books().entries().addAll(all);
            books().annotations()
                    .addAll(all.stream()
                            .map(each -> Annotation.first(each.id(), owner, Notes.NONE, null, Tags.NONE))
                            .toList());
            return true;
        });

        for (int i = 0; i < 30; i++) {
            Instant at = i % 2 == 0 ? instant(random) : all.get(i).content().at();
            assertThat(books().reader().balanceAt(bank, at)).as("at %s", at).isEqualTo(sumUntil(all, bank, at));
        }
        assertThat(register(bank, 7)).isEqualTo(expected(all, bank));
        assertThat(register(bank, 200)).isEqualTo(expected(all, bank));
        assertThat(register(cash, 50)).isEqualTo(expected(all, cash));
    }

    private static Transaction random(Random random, UserId owner, LedgerAccount bank, LedgerAccount cash) {
        var content = content(
                instant(random),
                "",
                move(PostingTarget.to(bank.id()), PostingTarget.to(cash.id()), 1 + random.nextInt(1_000)));
        var id = new TransactionId(newId());
        var signed = random.nextBoolean()
                ? content
                : new TransactionContent(
                        content.at(),
                        content.day(),
                        Description.NONE,
                        content.postings().negated(),
                        null);
        return random.nextInt(6) == 0
                ? Transaction.pending(id, owner, signed, Origin.MANUAL, NOON)
                : Transaction.posted(id, owner, signed, Origin.MANUAL, NOON);
    }

    private static Instant instant(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> NOON;
            case 1 -> NOON.plusSeconds(random.nextInt(3_600));
            case 2 -> NOON.plus(Duration.ofHours(random.nextInt(100) - 50L));
            default -> NOON.minus(Duration.ofDays(random.nextInt(2_000))).minusMillis(1);
        };
    }

    private static Money sumUntil(List<Transaction> all, LedgerAccount account, Instant at) {
        long cents = all.stream()
                .filter(each -> each.status() == TransactionStatus.POSTED
                        && !each.content().at().isAfter(at))
                .mapToLong(each -> cents(each, account))
                .sum();
        return eur(cents);
    }

    private static long cents(Transaction transaction, LedgerAccount account) {
        return transaction.content().postings().lines().stream()
                .filter(line -> line.target().equals(PostingTarget.to(account.id())))
                .mapToLong(line -> line.amount().minorUnits())
                .sum();
    }

    /** As {@code id: amount -> balance}, latest first. */
    private static List<String> expected(List<Transaction> all, LedgerAccount account) {
        var lines = new ArrayList<String>();
        long balance = 0;
        for (Transaction each : all.stream()
                .sorted(Comparator.comparing((Transaction t) -> t.content().at())
                        .thenComparing(t -> t.id().value().toString()))
                .toList()) {
            long cents = cents(each, account);
            balance += each.status() == TransactionStatus.POSTED ? cents : 0;
            lines.addFirst(each.id().value() + ": " + cents + " -> " + balance);
        }
        return lines;
    }

    private List<String> register(LedgerAccount account, int limit) {
        var lines = new ArrayList<String>();
        @Nullable Cursor next = null;
        do {
            var page = books().reader().register(account, new PageRequest(limit, next));
            page.items()
                    .forEach(line -> lines.add(line.transaction().value() + ": "
                            + line.amount().minorUnits() + " -> "
                            + line.balance().minorUnits()));
            next = page.next();
        } while (next != null);
        return lines;
    }

    @Test
    void transactions_are_listed_latest_first_by_every_filter() {
        var owner = newUser();
        var bank = account(owner, "Bank");
        var cash = account(owner, "Cash");
        var food = category(owner, "Food", CategoryKind.EXPENSE);
        var first = named(
                owner,
                "2026-01-10",
                "Lunch at Ümit's",
                move(PostingTarget.to(food.id()), PostingTarget.to(bank.id()), 5),
                "out");
        var second = named(
                owner, "2026-02-10", "cash", move(PostingTarget.to(cash.id()), PostingTarget.to(bank.id()), 5), "own");
        var third = named(
                owner,
                "2026-03-10",
                "Dinner",
                move(PostingTarget.to(food.id()), PostingTarget.to(cash.id()), 5),
                "out");
        named(newUserWith("Bank"), "2026-03-11", "Dinner");

        assertThat(list(owner, TransactionFilter.ALL)).containsExactly(third, second, first);
        assertThat(list(owner, TransactionFilter.of(bank.id()))).containsExactly(second, first);
        assertThat(list(owner, new TransactionFilter(null, food.id(), null, null, Set.of(), null, null, null)))
                .containsExactly(third, first);
        assertThat(list(owner, new TransactionFilter(null, null, null, "out", Set.of(), null, null, null)))
                .containsExactly(third, first);
        assertThat(list(
                        owner,
                        new TransactionFilter(
                                null,
                                null,
                                null,
                                null,
                                Set.of(TransactionStatus.POSTED),
                                LocalDate.parse("2026-02-10"),
                                LocalDate.parse("2026-03-09"),
                                null)))
                .containsExactly(second);
        assertThat(list(
                        owner,
                        new TransactionFilter(
                                null, null, null, null, Set.of(TransactionStatus.VOID), null, null, null)))
                .isEmpty();
        assertThat(list(owner, new TransactionFilter(null, null, null, null, Set.of(), null, null, "üMIT")))
                .containsExactly(first);
        assertThat(list(owner, new TransactionFilter(null, null, null, null, Set.of(), null, null, "said about cash")))
                .containsExactly(second);
    }

    private UserId newUserWith(String account) {
        var owner = newUser();
        account(owner, account);
        return owner;
    }

    private void named(UserId owner, String day, String description) {
        var bank = books().accounts().all(owner).getFirst();
        named(owner, day, description, move(PostingTarget.to(bank.id()), PostingTarget.to(Nominal.OPENING), 1), "x");
    }

    private TransactionId named(UserId owner, String day, String description, Postings postings, String tag) {
        var at = Instant.parse(day + "T00:00:00Z");
        var transaction = Transaction.posted(
                new TransactionId(newId()), owner, content(at, description, postings), Origin.MANUAL, NOON);
        add(
                transaction,
                Annotation.first(transaction.id(), owner, new Notes("Said about " + description), null, Tags.of(tag)));
        return transaction.id();
    }

    /** In pages of two. */
    private List<TransactionId> list(UserId owner, TransactionFilter filter) {
        var ids = new ArrayList<TransactionId>();
        @Nullable Cursor next = null;
        do {
            var page = books().reader().transactions(owner, filter, new PageRequest(2, next));
            page.items().forEach(each -> ids.add(each.transaction().id()));
            next = page.next();
        } while (next != null);
        return ids;
    }
}
