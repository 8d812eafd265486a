package dev.mainstay.bootstrap.demo;

import dev.mainstay.application.finance.budgets.CreateBudget;
import dev.mainstay.application.finance.ledger.KeepCategories;
import dev.mainstay.application.finance.ledger.OpenAccount;
import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.finance.ledger.TransactionDraft;
import dev.mainstay.domain.finance.budgets.BudgetName;
import dev.mainstay.domain.finance.budgets.BudgetPeriod;
import dev.mainstay.domain.finance.ledger.AccountKind;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Earns, spends and saves for some months through the use cases themselves. */
final class DemoBooks {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int DAYS = 100;
    private static final List<String> SHOPS = List.of("Corner shop", "Market hall", "Bakery", "Supermarket");
    private static final List<String> TREATS = List.of("Cinema", "Noodle bar", "Books", "Concert");

    private final Random random = new Random(2026);
    private final OpenAccount open;
    private final KeepCategories categories;
    private final RecordTransactions record;
    private final CreateBudget budget;

    DemoBooks(OpenAccount open, KeepCategories categories, RecordTransactions record, CreateBudget budget) {
        this.open = open;
        this.categories = categories;
        this.record = record;
        this.budget = budget;
    }

    /** The last months up to today. */
    void live(UserId user, LocalDate today) {
        LocalDate first = today.minusDays(DAYS);
        var current = open(user, AccountKind.BANK, "Current account", 1_840_00, first);
        var savings = open(user, AccountKind.SAVINGS, "Savings", 5_200_00, first);
        var wage = category(user, CategoryKind.INCOME, "Wage");
        var rent = category(user, CategoryKind.EXPENSE, "Rent");
        var food = category(user, CategoryKind.EXPENSE, "Food");
        var fun = category(user, CategoryKind.EXPENSE, "Fun");

        var drafts = new ArrayList<TransactionDraft>();
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            if (day.getDayOfMonth() == 1) {
                drafts.add(moved(day, to(wage), account(current), 2_450_00, "Wage"));
                drafts.add(moved(day, account(current), to(rent), 890_00, "Rent"));
                drafts.add(moved(day, account(current), account(savings), 250_00, "Put aside"));
            }
            if (random.nextInt(5) < 3) {
                drafts.add(moved(day, account(current), to(food), 4_00 + random.nextInt(38_00), one(SHOPS)));
            }
            if (random.nextInt(6) == 0) {
                drafts.add(moved(day, account(current), to(fun), 8_00 + random.nextInt(32_00), one(TREATS)));
            }
        }
        record.handle(user, drafts);
        budget.handle(new CreateBudget.Command(
                user, new BudgetName("Food"), food, BudgetPeriod.MONTH, new Money(420_00, EUR), null, false));
    }

    private LedgerAccount open(UserId user, AccountKind kind, String name, long cents, LocalDate day) {
        return open.handle(new OpenAccount.Command(user, kind, new LedgerName(name), EUR, new Money(cents, EUR), day));
    }

    private CategoryId category(UserId user, CategoryKind kind, String name) {
        return categories.create(user, kind, new LedgerName(name), null).id();
    }

    private static PostingTarget to(CategoryId category) {
        return PostingTarget.to(category);
    }

    private static PostingTarget account(LedgerAccount account) {
        return PostingTarget.to(account.id());
    }

    private static TransactionDraft moved(LocalDate day, PostingTarget from, PostingTarget to, long cents, String why) {
        var amount = new Money(cents, EUR);
        var postings = Postings.of(Posting.of(to, amount), Posting.of(from, amount.negated()));
        return TransactionDraft.posted(day, postings, new Description(why), Origin.MANUAL);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
