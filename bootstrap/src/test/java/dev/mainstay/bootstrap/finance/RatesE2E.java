package dev.mainstay.bootstrap.finance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import dev.mainstay.bootstrap.harness.TestUser;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rates come from the file of the European Central Bank, by an administrator, and are shown to everybody. */
class RatesE2E {

    private static final String RATES = "/api/v1/finance/rates";
    private static final String ADMIN = "rates@example.com";

    private static final String HISTORY = """
            Date,USD,JPY,HRK,TRL,
            2023-01-16,1.06,138.0,N/A,N/A,
            2023-01-02,1.0683,140.66,N/A,N/A,
            2022-12-30,1.0666,140.66,7.5365,N/A,
            2022-12-29,-1,141,7.535,N/A,
            """;

    @Test
    void a_history_is_imported_once_corrected_and_shown_by_day_in_crosses_and_in_pages() {
        try (var redis = TestServers.ownRedis();
                var server = MainstayServer.start(
                        Map.of("ADMIN_EMAIL", ADMIN, "REDIS_URL", redis.url().text(), "PATIENT_REDIS", "true"))) {
            var admin = TestUser.register(server, ADMIN).api();
            var user = server.newUser().api();
            csv(user).post(RATES + "/imports", HISTORY).expectProblem(403, "admin_only");
            user.get(RATES + "/eur-usd").expectProblem(404, "rate_not_found");

            var first = csv(admin).post(RATES + "/imports", HISTORY).expect(200);
            assertThat(first.text("inserted")).isEqualTo("9");
            assertThat(first.text("notQuoted")).isEqualTo("6");
            assertThat(first.text("rows/3/remarks/0/code")).isEqualTo("not_a_rate");
            assertThat(csv(admin).post(RATES + "/imports", HISTORY).text("unchanged"))
                    .isEqualTo("9");

            assertThat(user.get(RATES + "/eur-usd").expect(200).text("rate")).isEqualTo("1.06");
            assertThat(user.get(RATES + "/eur-usd").header("Cache-Status")).contains("mainstay; hit");
            var bridged = user.get(RATES + "/USD-HRK?day=2023-01-01").expect(200);
            assertThat(bridged.text("rate")).isEqualTo("7.065910369398087");
            assertThat(bridged.text("day")).isEqualTo("2022-12-30");
            user.get(RATES + "/eur-hrk?day=2023-01-16").expectProblem(404, "rate_not_found");
            user.get(RATES + "/eur-hrk").expectProblem(404, "rate_not_found");
            user.get(RATES + "/eur-usd?day=2022-12-28").expectProblem(404, "rate_not_found");
            user.get(RATES + "/eur-eur").expectProblem(404, "rate_not_found");
            user.get(RATES + "/hello").expectProblem(404, "rate_not_found");

            var corrected = csv(admin)
                    .post(RATES + "/imports", HISTORY.replace("1.06,", "1.07,"))
                    .expect(200);
            assertThat(corrected.text("corrected")).isEqualTo("1");
            assertThat(user.get(RATES + "/eur-usd").expect(200).text("rate")).isEqualTo("1.07");

            String history = RATES + "/eur-usd/history?from=2022-12-30&to=2023-01-16&limit=2";
            var page = user.get(history).expect(200);
            var next = user.get(history + "&cursor=" + page.text("next")).expect(200);
            assertThat(page.text("items/0/day")).isEqualTo("2023-01-16");
            assertThat(next.text("items/0/day")).isEqualTo("2022-12-30");
            assertThat(next.json().at("/items")).hasSize(1);
            assertThat(admin.get("/api/v1/admin/audit?subject=" + corrected.text("id"))
                            .expect(200)
                            .text("items/0/action"))
                    .isEqualTo("rates.imported");

            csv(admin).post(RATES + "/imports", "hello").expectProblem(400, "invalid");
        }
    }

    private static Api csv(Api api) {
        return api.header("Content-Type", "text/csv");
    }
}
