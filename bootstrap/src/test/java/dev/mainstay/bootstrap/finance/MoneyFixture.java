package dev.mainstay.bootstrap.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mainstay.application.finance.ledger.Categories;
import dev.mainstay.application.finance.ledger.LedgerAccounts;
import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.finance.ledger.TransactionDraft;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.domain.finance.ledger.AccountChanged;
import dev.mainstay.domain.finance.ledger.AccountKind;
import dev.mainstay.domain.finance.ledger.Category;
import dev.mainstay.domain.finance.ledger.CategoryChanged;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person with a bank account and two categories, over HTTP. */
abstract class MoneyFixture {

    private static final Currency EUR = Currency.getInstance("EUR");

    final MainstayServer server = MainstayServer.shared();
    final Api ann = server.newUser().api();
    final UserId owner =
            new UserId(UUID.fromString(ann.get("/api/v1/me").expect(200).text("id")));
    final LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneId.of("Europe/Berlin"));
    final LedgerAccountId bank = account(server, owner);
    final CategoryId food = category("Food", null);
    final CategoryId sweets = category("Sweets", food);

    Answer home() {
        return ann.get("/api/v1/home").expect(200);
    }

    static JsonNode widget(Answer home, String name) {
        for (JsonNode widget : home.json().at("/widgets")) {
            if (widget.at("/name").asText().equals(name)) {
                assertThat(widget.at("/status").asText()).isEqualTo("READY");
                return widget.at('/' + name.toLowerCase(Locale.ROOT));
            }
        }
        throw new AssertionError("no widget " + name);
    }

    String balance() {
        return widget(home(), "BALANCE").at("/totals/0/amount").asText();
    }

    static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    void spend(String amount, CategoryId category) {
        post(amount, PostingTarget.to(category), PostingTarget.to(bank));
    }

    void post(String amount, PostingTarget to, PostingTarget from) {
        Money moved = Money.parse("amount", amount, EUR);
        server.bean(RecordTransactions.class)
                .one(
                        owner,
                        TransactionDraft.posted(
                                today,
                                Postings.of(new Posting(to, moved, "secret-memo"), Posting.of(from, moved.negated())),
                                new Description("secret-memo"),
                                Origin.MANUAL));
    }

    static LedgerAccountId account(MainstayServer server, UserId owner) {
        var account = LedgerAccount.open(
                new LedgerAccountId(server.bean(Ids.class).next()),
                owner,
                AccountKind.BANK,
                new LedgerName("Bank"),
                EUR,
                server.bean(InstantSource.class).instant());
        server.bean(Writes.class).perform(events -> {
            server.bean(LedgerAccounts.class).add(account);
            events.raise(new AccountChanged(owner, account.id()));
        });
        return account.id();
    }

    private CategoryId category(String name, @Nullable CategoryId parent) {
        return category(name, parent, CategoryKind.EXPENSE);
    }

    CategoryId category(String name, @Nullable CategoryId parent, CategoryKind kind) {
        return category(server, owner, name, parent, kind);
    }

    static CategoryId category(
            MainstayServer server, UserId owner, String name, @Nullable CategoryId parent, CategoryKind kind) {
        var categories = server.bean(Categories.class);
        var category = Category.create(
                new CategoryId(server.bean(Ids.class).next()),
                owner,
                kind,
                new LedgerName(name),
                parent == null ? null : categories.get(parent, owner));
        server.bean(Writes.class).perform(events -> {
            categories.add(category);
            events.raise(new CategoryChanged(owner, category.id()));
        });
        return category.id();
    }
}
