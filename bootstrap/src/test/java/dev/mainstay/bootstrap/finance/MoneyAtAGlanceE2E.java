package dev.mainstay.bootstrap.finance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.TestServers;
import dev.mainstay.domain.finance.ledger.Nominal;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import io.lettuce.core.RedisClient;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Summaries, net worth and the widgets of money, over HTTP. */
class MoneyAtAGlanceE2E extends MoneyFixture {

    @Test
    void sums_are_kept_and_every_posting_shows_at_once_and_balances_are_never_kept() {
        open("7654321.09");
        open("1.00");
        spend("123.45", food);
        ann.post(
                        "/api/v1/finance/budgets",
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

    private void open(String amount) {
        post(amount, PostingTarget.to(bank), PostingTarget.to(Nominal.OPENING));
    }
}
