package dev.mainstay.bootstrap.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.finance.ledger.Categories;
import dev.mainstay.application.finance.ledger.LedgerAccounts;
import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.finance.ledger.TransactionDraft;
import dev.mainstay.application.finance.schedules.RunSchedules;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
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
import dev.mainstay.domain.finance.ledger.Nominal;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import io.lettuce.core.RedisClient;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Budgets, recurring transactions, summaries, net worth and the widgets of money, over HTTP. */
class MoneyAtAGlanceE2E {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String BUDGETS = "/api/v1/finance/budgets";
    private static final String SCHEDULES = "/api/v1/finance/schedules";

    private final MainstayServer server = MainstayServer.shared();
    private final Api ann = server.newUser().api();
    private final UserId owner =
            new UserId(UUID.fromString(ann.get("/api/v1/me").expect(200).text("id")));
    private final LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneId.of("Europe/Berlin"));
    private final LedgerAccountId bank = account();
    private final CategoryId food = category("Food", null);
    private final CategoryId sweets = category("Sweets", food);

    @Test
    void a_budget_counts_what_is_spent_and_is_crossed_once() {
        var wanted = Map.of(
                "name",
                "Food",
                "category",
                food.value(),
                "period",
                "MONTH",
                "limit",
                money("100.00"),
                "rollOver",
                true);
        Answer made = ann.header("Idempotency-Key", "b1").post(BUDGETS, wanted).expect(201);
        assertThat(ann.header("Idempotency-Key", "b1").post(BUDGETS, wanted).text("id"))
                .isEqualTo(made.text("id"));
        String path = made.header("Location").orElseThrow();
        spend("79.99", food);
        assertThat(crossed(path)).isEmpty();
        spend("10.01", sweets);
        assertThat(crossed(path)).isEqualTo("80");
        spend("-30.00", food);
        spend("40.00", food);

        var standing = ann.get(path).expect(200).json().at("/standing");
        assertThat(standing.at("/spent/amount").asText()).isEqualTo("100.00");
        assertThat(standing.at("/left/amount").asText()).isEqualTo("0.00");
        assertThat(standing.at("/percent").asInt()).isEqualTo(100);
        assertThat(crossed(path)).isEqualTo("80 100");
        assertThat(ann.get(BUDGETS + "?on=" + today.minusYears(1)).json().at("/items"))
                .isEmpty();

        assertThat(ann.patch(path, Map.of("limit", money("200.00"))).status()).isEqualTo(428);
        var revised = ann.ifMatch(ann.get(path).etag())
                .patch(path, Map.of("limit", money("200.00")))
                .expect(200);
        assertThat(revised.text("standing/percent")).isEqualTo("50");
        ann.ifMatch(made.etag()).patch(path, Map.of("name", "x")).expectProblem(412, "stale");
        var archived = ann.ifMatch(revised.etag()).post(path + "/archive").expect(200);
        assertThat(ann.get(BUDGETS).json().at("/items")).isEmpty();
        assertThat(ann.get(BUDGETS + "?archived=true").json().at("/items")).hasSize(1);
        server.newUser().api().get(path).expectProblem(404, "budget_not_found");
        ann.ifMatch(archived.etag()).delete(path).expect(204);
        ann.get(path).expect(404);
    }

    @Test
    void what_a_budget_cannot_be_is_refused_naming_the_field() {
        var salary = category("Salary", null, CategoryKind.INCOME);
        for (var wrong : Map.<String, Map<String, Object>>of(
                        "category", Map.of("category", salary.value()),
                        "limit.amount", Map.of("limit", money("0.00")),
                        "period", Map.of("period", "DAY"),
                        "name", Map.of("name", " "))
                .entrySet()) {
            var body = new HashMap<String, Object>(
                    Map.of("name", "Food", "category", food.value(), "period", "WEEK", "limit", money("1.00")));
            body.putAll(wrong.getValue());
            var refused = ann.post(BUDGETS, body);
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.text("errors/0/field")).isEqualTo(wrong.getKey());
        }
        assertThat(ann.get(BUDGETS + "?on=yesterday").status()).isEqualTo(400);
    }

    @Test
    void a_schedule_records_each_day_once_and_is_steered() {
        Answer made = ann.post(SCHEDULES, schedule("FREQ=DAILY", today.minusDays(2), bank))
                .expect(201);
        String path = made.header("Location").orElseThrow();
        server.bean(RunSchedules.class).handle();
        server.bean(RunSchedules.class).handle();
        assertThat(ann.get(path + "/occurrences").json().at("/items")).hasSize(3);
        assertThat(balance()).isEqualTo("-25.50");
        var now = ann.get(path).expect(200);
        assertThat(now.text("upcoming/0")).isEqualTo(today.plusDays(1).toString());

        var skipped = ann.ifMatch(now.etag())
                .post(path + "/skip", Map.of("day", today.plusDays(1).toString()))
                .expect(200);
        assertThat(skipped.text("upcoming/0")).isEqualTo(today.plusDays(2).toString());
        assertThat(ann.ifMatch(now.etag()).post(path + "/pause").status()).isEqualTo(412);
        var paused = ann.ifMatch(skipped.etag()).post(path + "/pause").expect(200);
        assertThat(paused.text("status")).isEqualTo("PAUSED");
        var resumed = ann.ifMatch(paused.etag()).post(path + "/resume").expect(200);
        var replaced = ann.ifMatch(resumed.etag())
                .put(path, schedule("FREQ=MONTHLY;BYMONTHDAY=-1", today, bank))
                .expect(200);
        assertThat(replaced.text("recurrence/rule")).contains("BYMONTHDAY=-1");
        ann.ifMatch(replaced.etag())
                .put(path, schedule("FREQ=HOURLY", today, bank))
                .expectProblem(400, "invalid");
        var foreign = ann.post(SCHEDULES, schedule("FREQ=DAILY", today, new LedgerAccountId(UUID.randomUUID())));
        assertThat(foreign.text("errors/0/field")).isEqualTo("transaction.postings[0].account");
        assertThat(ann.get("/api/v1/me/export").expect(200).body()).contains("finance.schedules", "BYMONTHDAY=-1");
        ann.ifMatch(replaced.etag()).delete(path).expect(204);
        ann.get(path).expect(404);
        assertThat(balance()).isEqualTo("-25.50");
    }

    @Test
    void sums_are_kept_and_every_posting_shows_at_once_and_balances_are_never_kept() {
        open("7654321.09");
        open("1.00");
        spend("123.45", food);
        ann.post(
                        BUDGETS,
                        Map.of(
                                "name",
                                "All food",
                                "category",
                                food.value(),
                                "period",
                                "WEEK",
                                "limit",
                                money("150.00")))
                .expect(201);
        assertThat(summary().text("totals/0/now/out/amount")).isEqualTo("123.45");
        assertThat(summary().header("Cache-Status")).contains("mainstay; hit");
        home();
        Answer hit = home();
        assertThat(hit.header("Cache-Status")).contains("mainstay; hit");
        assertThat(widget(hit, "BALANCE").at("/totals/0/amount").asText()).isEqualTo("7654198.64");
        assertThat(widget(hit, "MONTH").at("/totals/0/out/amount").asText()).isEqualTo("123.45");
        assertThat(widget(hit, "BUDGETS").at("/atRisk/0/left/amount").asText()).isEqualTo("26.55");

        spend("0.55", sweets);
        assertThat(summary().text("totals/0/now/out/amount")).isEqualTo("124.00");
        assertThat(widget(home(), "BALANCE").at("/totals/0/amount").asText()).isEqualTo("7654198.09");
        assertThat(widget(home(), "MONTH").at("/totals/0/out/amount").asText()).isEqualTo("124.00");

        String range = "?from=" + today + "&to=" + today;
        var byCategory =
                ann.get("/api/v1/finance/summaries" + range + "&by=category").expect(200);
        assertThat(byCategory.json().at("/lines").findValuesAsText("name")).containsExactlyInAnyOrder("Food", "Sweets");
        assertThat(byCategory.text("totals/0/now/out/amount")).isEqualTo("124.00");
        ann.get("/api/v1/finance/summaries?from=" + today).expectProblem(400, "invalid");
        assertThat(ann.get("/api/v1/finance/net-worth" + range + "&every=day&currency=EUR")
                        .expect(200)
                        .text("points/0/amounts/0/amount"))
                .isEqualTo("7654198.09");
        ann.get("/api/v1/finance/net-worth" + range + "&currency=XAU").expectProblem(400, "invalid");
        var unknown = ann.get("/api/v1/finance/net-worth" + range + "&currency=USD");
        assertThat(unknown.status()).as(unknown.body()).isEqualTo(409);
        assertThat(unknown.text("code")).isEqualTo("rate_unknown");

        redisHoldsWhatTheCatalogueNamesAndNothingOf("765432109", "765419809", "7654321", "7654198", "secret-memo");
    }

    /** The scan that production never makes (G12): every key is a view's or a signal's, and no value tells of the books. */
    private void redisHoldsWhatTheCatalogueNamesAndNothingOf(String... telltales) {
        var views = server.bean(ViewCatalogue.class).views().stream()
                .map(CachedView::name)
                .collect(Collectors.toSet());
        var client = RedisClient.create(TestServers.redis().url().text());
        try (var connection = client.connect()) {
            var redis = connection.sync();
            var keys = redis.keys("*");
            assertThat(keys).anyMatch(key -> key.startsWith("finance:summary:user:"));
            assertThat(keys).allSatisfy(key -> {
                String name = key.replaceAll("[{}]", "").replaceFirst(":[^:]*$", "");
                assertThat(views.contains(name) || key.matches("(rate|lock|queue|views|cache:coherence):.*"))
                        .as("%s is in the catalogue or a signal", key)
                        .isTrue();
                if (redis.type(key).equals("string")) {
                    assertThat(String.valueOf(redis.get(key))).as(key).doesNotContain(telltales);
                } else {
                    assertThat(key).as("a view is a string").doesNotStartWith("finance:");
                }
            });
        } finally {
            client.shutdown();
        }
    }

    private Answer summary() {
        return ann.get("/api/v1/finance/summary").expect(200);
    }

    private Answer home() {
        return ann.get("/api/v1/home").expect(200);
    }

    private static JsonNode widget(Answer home, String name) {
        for (JsonNode widget : home.json().at("/widgets")) {
            if (widget.at("/name").asText().equals(name)) {
                assertThat(widget.at("/status").asText()).isEqualTo("READY");
                return widget.at('/' + name.toLowerCase(Locale.ROOT));
            }
        }
        throw new AssertionError("no widget " + name);
    }

    private String balance() {
        return widget(home(), "BALANCE").at("/totals/0/amount").asText();
    }

    private String crossed(String budget) {
        return String.join(
                " ",
                ann.get(budget + "/periods?limit=1")
                        .expect(200)
                        .json()
                        .at("/items/0/crossed")
                        .findValuesAsText("percent"));
    }

    private Map<String, Object> schedule(String rule, LocalDate start, LedgerAccountId account) {
        return Map.of(
                "name", "Bread",
                "start", start.toString(),
                "recurrence", Map.of("rule", rule),
                "transaction",
                        Map.of(
                                "description",
                                "Bread",
                                "postings",
                                List.of(
                                        Map.of("account", account.value(), "amount", money("-8.50")),
                                        Map.of("category", food.value(), "amount", money("8.50")))));
    }

    private static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    private void open(String amount) {
        post(amount, PostingTarget.to(bank), PostingTarget.to(Nominal.OPENING));
    }

    private void spend(String amount, CategoryId category) {
        post(amount, PostingTarget.to(category), PostingTarget.to(bank));
    }

    private void post(String amount, PostingTarget to, PostingTarget from) {
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

    private LedgerAccountId account() {
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

    private CategoryId category(String name, @Nullable CategoryId parent, CategoryKind kind) {
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
