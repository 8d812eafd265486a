package dev.mainstay.bootstrap.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A person's books over HTTP, from the first account to the export. */
class BooksE2E {

    private static final String FINANCE = "/api/v1/finance";
    private static final String TRANSACTIONS = FINANCE + "/transactions";

    private final MainstayServer server = MainstayServer.shared();
    private final Api api = server.newUser().api();

    @Test
    void an_account_opens_with_a_balance_and_is_renamed_closed_and_reopened() {
        var opened = api.post(FINANCE + "/accounts", """
                        {"kind":"BANK","name":" Bank ","currency":"EUR","openingBalance":{"amount":"120.00","currency":"EUR"},\
                        "openingDay":"2026-01-01"}""").expect(201);
        String path = opened.header("Location").orElseThrow();
        assertThat(opened.text("name")).isEqualTo("Bank");
        assertThat(opened.text("balance/available/amount")).isEqualTo("120.00");

        var renamed =
                api.ifMatch(opened.etag()).patch(path, Map.of("name", "Giro")).expect(200);
        api.ifMatch(opened.etag()).patch(path, Map.of("name", "x")).expect(412);
        api.patch(path, Map.of("name", "x")).expect(428);
        assertThat(api.ifMatch(renamed.etag()).post(path + "/close").expect(200).text("closed"))
                .isEqualTo("true");
        var food = category("EXPENSE", "Food");
        spend(opened.text("id"), food, "1.00", Map.of()).expectProblem(409, "account_closed");
        assertThat(api.post(path + "/reopen").expect(200).text("closed")).isEqualTo("false");
        spend(opened.text("id"), food, "1.00", Map.of()).expect(201);

        assertThat(api.get(path + "/balance?at=2025-12-31T22:59:59Z")
                        .expect(200)
                        .text("posted/amount"))
                .isEqualTo("0.00");
        assertThat(api.get(path + "/balance?at=2025-12-31T23:00:00Z")
                        .expect(200)
                        .text("posted/amount"))
                .as("the day begins in Berlin")
                .isEqualTo("120.00");
        api.post(FINANCE + "/accounts", Map.of("kind", "CASH", "name", "GIRO", "currency", "USD"))
                .expectProblem(409, "account_name_taken");
        assertThat(api.get(FINANCE + "/accounts?limit=1").expect(200).text("items/0/name"))
                .isEqualTo("Giro");
    }

    @Test
    void a_transaction_is_pending_replaced_posted_reversed_and_said_more_about() {
        var bank = account("Bank", "EUR");
        var food = category("EXPENSE", "Food");
        var pending = spend(bank, food, "42.10", Map.of("status", "PENDING", "tags", List.of("home")))
                .expect(201);
        String path = pending.header("Location").orElseThrow();
        assertThat(balance(bank)).isEqualTo("0.00, -42.10");

        var replaced = api.ifMatch(pending.etag())
                .put(path, entry(bank, food, "40.00", Map.of("day", "2026-03-01")))
                .expect(200);
        assertThat(balance(bank)).isEqualTo("0.00, -40.00");
        api.ifMatch(pending.etag()).post(path + "/post").expect(412);
        var posted = api.ifMatch(replaced.etag()).post(path + "/post").expect(200);
        assertThat(posted.text("status")).isEqualTo("POSTED");
        assertThat(balance(bank)).isEqualTo("-40.00, 0.00");
        api.ifMatch(posted.etag())
                .put(path, entry(bank, food, "1.00", Map.of()))
                .expectProblem(409, "transaction_posted");
        api.post(path + "/void").expectProblem(409, "transaction_posted");

        var dry = api.post(path + "/reverse?dryRun=true", "{}").expect(200);
        assertThat(dry.text("balances/0/balance/posted/amount")).isEqualTo("0.00");
        assertThat(balance(bank)).isEqualTo("-40.00, 0.00");
        var back = api.post(path + "/reverse", Map.of("description", "again")).expect(201);
        assertThat(back.text("reverses")).isEqualTo(pending.text("id"));
        api.post(path + "/reverse").expectProblem(409, "already_reversed");
        assertThat(api.get(path).expect(200).text("reversedBy")).isEqualTo(back.text("id"));
        assertThat(balance(bank)).isEqualTo("0.00, 0.00");

        var payee = api.post(FINANCE + "/payees", Map.of("name", "Shop")).expect(201);
        var said = api.get(path + "/annotation").expect(200);
        var more = api.ifMatch(said.etag())
                .patch(path + "/annotation", Map.of("notes", "n", "payee", payee.text("id")))
                .expect(200);
        assertThat(more.text("tags/0")).isEqualTo("home");
        api.ifMatch(said.etag()).patch(path + "/annotation", "{\"payee\":null}").expect(412);
        var file = Map.of("name", "a.pdf", "mediaType", "application/pdf", "size", 5, "sha256", "0a".repeat(32));
        var attached = api.post(path + "/attachments", file).expect(201);
        assertThat(api.get(path).expect(200).text("attachments")).isEqualTo("1");
        api.delete(path + "/attachments/" + attached.text("id")).expect(204);
        assertThat(ids(api.get(TRANSACTIONS + "?payee=" + payee.text("id")))).containsExactly(pending.text("id"));
        assertThat(ids(api.get(TRANSACTIONS + "?tag=home&status=POSTED&from=2026-03-01&to=2026-03-01&q=&account="
                                + bank)
                        .expect(400)))
                .isEmpty();
        assertThat(ids(api.get(TRANSACTIONS + "?tag=home&from=2026-03-01&to=2026-03-01&account=" + bank)))
                .containsExactly(pending.text("id"));
        var register = api.get(FINANCE + "/accounts/" + bank + "/register").expect(200);
        assertThat(register.text("items/0/balance/amount")).isEqualTo("0.00");
        assertThat(register.text("items/1/balance/amount")).isEqualTo("-40.00");
    }

    @Test
    void shares_of_an_amount_and_transfers_across_currencies_add_up() {
        var bank = account("Bank", "EUR");
        var dollars = account("Dollars", "USD");
        var yen = account("Yen", "JPY");
        var food = category("EXPENSE", "Food");
        var home = category("EXPENSE", "Home");
        var split = Map.of(
                "account", bank,
                "amount", money("10.00", "EUR"),
                "shares",
                        List.of(
                                Map.of("category", food, "amount", money("5.00", "EUR")),
                                Map.of("category", home, "weight", 1),
                                Map.of("category", food, "weight", 2)));
        var recorded = api.post(TRANSACTIONS, split).expect(201);
        assertThat(amounts(recorded)).containsExactly("-10.00", "5.00", "1.67", "3.33");

        var moved = api.post(
                        FINANCE + "/transfers",
                        transfer(
                                bank,
                                dollars,
                                Map.of("amount", money("100.00", "EUR"), "received", money("110.00", "USD"))))
                .expect(201);
        assertThat(amounts(moved)).containsExactly("-100.00", "100.00", "110.00", "-110.00");
        assertThat(moved.text("rate/value")).isEqualTo("1.1");
        assertThat(moved.text("rate/source")).isEqualTo("GIVEN");
        var byRate = api.post(
                        FINANCE + "/transfers?dryRun=true",
                        transfer(bank, yen, Map.of("amount", money("1.00", "EUR"), "rate", "160.5")))
                .expect(200);
        assertThat(byRate.text("transaction/postings/2/amount/amount"))
                .as("half to even")
                .isEqualTo("160");
        assertThat(balance(yen)).isEqualTo("0, 0");
        api.post(
                        FINANCE + "/transfers",
                        transfer(bank, yen, Map.of("amount", money("1.00", "EUR"), "day", "1990-01-01")))
                .expectProblem(409, "rate_unknown");
        api.post(FINANCE + "/transfers", transfer(bank, bank, Map.of("amount", money("1.00", "EUR"))))
                .expect(400);
        assertThat(balance(dollars)).isEqualTo("110.00, 0.00");
    }

    @Test
    void a_fault_is_named_by_the_field_and_stores_nothing() {
        var bank = account("Bank", "EUR");
        var dinar = account("Dinar", "KWD");
        var food = category("EXPENSE", "Food");
        Map.of(
                        postings(bank, "-1.001", "EUR", food, "1.00"), "postings[0].amount.amount",
                        postings(bank, "-1.00", "EUR", food, "1.01"), "postings",
                        postings(bank, "-1.00", "USD", food, "1.00"), "postings[0].amount.currency",
                        postings(dinar, "-1.0001", "KWD", food, "1.00"), "postings[0].amount.amount",
                        postings(bank, "-99999999999999999999", "EUR", food, "1.00"), "postings[0].amount.amount",
                        postings(bank, "-1e2", "EUR", food, "1.00"), "postings[0].amount.amount",
                        postings(bank, "-0.00", "EUR", food, "0.00"), "postings[0].amount.amount",
                        postings(bank, "-1.00", "EUR", bank, "1.00"), "postings[1].category",
                        postings(bank, "-1.00", "XAU", food, "1.00"), "postings[0].amount.currency")
                .forEach((body, field) -> assertThat(
                                api.post(TRANSACTIONS, body).expect(400).body())
                        .as(body)
                        .contains("\"" + field + "\""));
        api.post(TRANSACTIONS, "{\"postings\":[]}").expect(400);
        api.post(TRANSACTIONS, "{\"postings\":[null,null]}").expect(400);
        api.post(TRANSACTIONS, "{\"status\":\"VOID\"}").expect(400);
        api.post(TRANSACTIONS, postings(bank, "-1.00", "EUR", food, "1.00").replace("\"-1.00\"", "-1.00"))
                .expect(400);
        var stranger = server.newUser().api();
        stranger.post(TRANSACTIONS, postings(bank, "-1.00", "EUR", food, "1.00"))
                .expect(400);
        stranger.get(FINANCE + "/accounts/" + bank + "/register").expect(404);
        assertThat(ids(api.get(TRANSACTIONS))).isEmpty();
        assertThat(balance(bank)).isEqualTo("0.00, 0.00");
    }

    @Test
    void a_repeated_request_is_carried_out_once_and_a_dry_run_uses_up_no_key() {
        var bank = account("Bank", "EUR");
        var food = category("EXPENSE", "Food");
        var body = entry(bank, food, "5.00", Map.of());
        var keyed = api.header("Idempotency-Key", "lunch");

        var dry = keyed.post(TRANSACTIONS + "?dryRun=true", body).expect(200);
        assertThat(dry.text("balances/0/balance/posted/amount")).isEqualTo("-5.00");
        api.get(TRANSACTIONS + '/' + dry.text("transaction/id")).expect(404);
        var first = keyed.post(TRANSACTIONS, body).expect(201);
        assertThat(keyed.post(TRANSACTIONS, body).expect(201).text("id")).isEqualTo(first.text("id"));
        assertThat(balance(bank)).isEqualTo("-5.00, 0.00");
    }

    @Test
    void the_books_are_exported_whole() {
        var bank = account("Bank", "EUR");
        var food = category("EXPENSE", "Food");
        spend(bank, food, "5.00", Map.of("description", "=SUM(A1)")).expect(201);

        var table = api.get(FINANCE + "/export.csv").expect(200).body().split("\r\n", -1);
        assertThat(table).hasSize(4);
        assertThat(table[1]).contains("'=SUM(A1)", "-5.00", bank);
        var all = api.get(FINANCE + "/export.json").expect(200);
        assertThat(all.json().at("/finance.transactions/0/postings/0/amount").asText())
                .isEqualTo("-5.00");
        assertThat(all.json().at("/finance.accounts/0/name").asText()).isEqualTo("Bank");
        assertThat(api.get("/api/v1/me/export").expect(200).body()).contains("finance.transactions");
    }

    @Test
    void categories_stand_in_two_levels_and_go_only_unused() {
        var food = api.post(FINANCE + "/categories", Map.of("kind", "EXPENSE", "name", "Food"))
                .expect(201);
        var lunch = api.post(
                        FINANCE + "/categories", Map.of("kind", "EXPENSE", "name", "Lunch", "parent", food.text("id")))
                .expect(201);
        api.post(FINANCE + "/categories", Map.of("kind", "INCOME", "name", "Pay", "parent", food.text("id")))
                .expectProblem(409, "category_kind_differs");
        api.post(FINANCE + "/categories", Map.of("kind", "EXPENSE", "name", "x", "parent", lunch.text("id")))
                .expectProblem(409, "category_too_deep");
        String path = lunch.header("Location").orElseThrow();
        var top = api.ifMatch(lunch.etag()).patch(path, "{\"parent\":null}").expect(200);
        assertThat(top.json().has("parent")).isFalse();
        spend(account("Bank", "EUR"), lunch.text("id"), "1.00", Map.of()).expect(201);
        api.ifMatch(top.etag()).delete(path).expectProblem(409, "category_in_use");
        api.post(path + "/archive").expect(200);
        spend(account("Cash", "EUR"), lunch.text("id"), "1.00", Map.of()).expectProblem(409, "category_archived");
        api.ifMatch(food.etag()).delete(food.header("Location").orElseThrow()).expect(204);
    }

    private String account(String name, String currency) {
        return api.post(FINANCE + "/accounts", Map.of("kind", "BANK", "name", name, "currency", currency))
                .expect(201)
                .text("id");
    }

    private String category(String kind, String name) {
        return api.post(FINANCE + "/categories", Map.of("kind", kind, "name", name))
                .expect(201)
                .text("id");
    }

    private Answer spend(String account, String category, String amount, Map<String, Object> more) {
        return api.post(TRANSACTIONS, entry(account, category, amount, more));
    }

    private static Map<String, Object> entry(String account, String category, String amount, Map<String, Object> more) {
        var entry = new HashMap<String, Object>(more);
        entry.putAll(Map.of("account", account, "category", category, "amount", money(amount, "EUR")));
        return entry;
    }

    private static Map<String, Object> transfer(String from, String to, Map<String, Object> more) {
        var transfer = new HashMap<String, Object>(more);
        transfer.putAll(Map.of("from", from, "to", to));
        return transfer;
    }

    private static Map<String, Object> money(String amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }

    private static String postings(String account, String amount, String currency, String category, String other) {
        return """
                {"postings":[{"account":"%s","amount":{"amount":"%s","currency":"%s"}},\
                {"category":"%s","amount":{"amount":"%s","currency":"%s"}}]}""".formatted(account, amount, currency, category, other, currency.equals("KWD") ? "EUR" : currency);
    }

    private String balance(String account) {
        var shown = api.get(FINANCE + "/accounts/" + account).expect(200);
        return shown.text("balance/posted/amount") + ", " + shown.text("balance/pending/amount");
    }

    private static List<String> amounts(Answer transaction) {
        return StreamSupport.stream(transaction.json().at("/postings").spliterator(), false)
                .map(posting -> posting.at("/amount/amount").asText())
                .toList();
    }

    private static List<String> ids(Answer list) {
        return StreamSupport.stream(list.json().at("/items").spliterator(), false)
                .map((JsonNode each) -> each.at("/id").asText())
                .toList();
    }
}
