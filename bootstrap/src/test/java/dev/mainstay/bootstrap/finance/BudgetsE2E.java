package dev.mainstay.bootstrap.finance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Budgets over HTTP. */
class BudgetsE2E extends MoneyFixture {

    private static final String BUDGETS = "/api/v1/finance/budgets";

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

    private String crossed(String budget) {
        return String.join(
                " ",
                ann.get(budget + "/periods?limit=1")
                        .expect(200)
                        .json()
                        .at("/items/0/crossed")
                        .findValuesAsText("percent"));
    }
}
