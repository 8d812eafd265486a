package dev.mainstay.bootstrap.finance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.finance.schedules.RunSchedules;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Recurring transactions over HTTP. */
class SchedulesE2E extends MoneyFixture {

    private static final String SCHEDULES = "/api/v1/finance/schedules";

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
}
