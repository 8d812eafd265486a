package dev.mainstay.bootstrap.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.audit.AuditLog;
import dev.mainstay.application.identity.Accounts;
import dev.mainstay.application.identity.Sessions;
import dev.mainstay.application.plans.Charges;
import dev.mainstay.application.plans.CreatePlan;
import dev.mainstay.application.plans.Payments;
import dev.mainstay.application.plans.Plans;
import dev.mainstay.application.plans.RenewSubscriptions;
import dev.mainstay.application.plans.SettleCharges;
import dev.mainstay.application.plans.SomePlans;
import dev.mainstay.application.plans.Subscriptions;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.AtOnce;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.RoleGranted;
import dev.mainstay.domain.identity.Session;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Billing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SubscriptionsE2E {

    private static final AtomicInteger RUNS = new AtomicInteger();

    private final MainstayServer server = MainstayServer.shared();
    private final Api ann = server.newUser().api();
    private final UserId annsId =
            new UserId(UUID.fromString(ann.get("/api/v1/me").expect(200).text("id")));
    private final String plus = newPlan("plus", 1000);
    private final String pro = newPlan("pro", 3000);

    private String newPlan(String name, long minorUnits) {
        var plan = SomePlans.plan(name + RUNS.incrementAndGet(), minorUnits, Billing.MONTH, 0);
        return server.bean(CreatePlan.class).handle(annsId, plan).code().value();
    }

    @Test
    void an_administrator_decides_what_is_on_offer_and_everybody_sees_it() {
        makeAdministrator();
        String code = "team" + RUNS.incrementAndGet();
        var body = Map.of(
                "code",
                code,
                "name",
                "Team",
                "price",
                Map.of("amount", "10.00", "currency", "EUR"),
                "billing",
                "YEAR",
                "limits",
                Map.of("FINANCE_ACCOUNTS", 500));
        var made =
                ann.header("Idempotency-Key", code).post("/api/v1/plans", body).expect(201);
        assertThat(ann.header("Idempotency-Key", code)
                        .post("/api/v1/plans", body)
                        .expect(201)
                        .body())
                .isEqualTo(made.body());
        ann.post("/api/v1/plans", body).expectProblem(409, "plan_exists");
        String path = made.header("Location").orElseThrow();

        ann.patch(path, Map.of("name", "x")).expect(428);
        var revised = ann.ifMatch(made.etag())
                .patch(path, Map.of("price", Map.of("amount", "12.00", "currency", "EUR")))
                .expect(200);
        ann.ifMatch(made.etag()).patch(path, Map.of("name", "x")).expect(412);
        var otherCurrency =
                Map.of("price", Map.of("amount", "12.00", "currency", "USD"), "limits", Map.of("FINANCE_ACCOUNTS", 1));
        assertThat(ann.ifMatch(revised.etag())
                        .patch(path, otherCurrency)
                        .expect(400)
                        .text("errors/0/field"))
                .isEqualTo("price.currency");
        for (Object bad : List.of(
                Map.of("limits", Map.of("COFFEES", 1)),
                Map.of("limits", Map.of("FINANCE_ACCOUNTS", -1)),
                Map.of("entitlements", List.of("COFFEE")),
                "{\"entitlements\":[null]}",
                Map.of("trialDays", 366),
                Map.of("colour", "red"))) {
            ann.ifMatch(revised.etag()).patch(path, bad).expect(400);
        }
        assertThat(server.api().get(path).expect(200).text("price/amount")).isEqualTo("12.00");
        assertThat(listed("/api/v1/plans")).contains("free", code);

        ann.ifMatch(revised.etag()).post(path + "/retire").expect(200);
        assertThat(listed("/api/v1/plans")).contains("free").doesNotContain(code);
        assertThat(listed("/api/v1/plans?retired=true")).contains(code);
        ann.post("/api/v1/subscription", Map.of("plan", code, "paymentMethod", "card"))
                .expectProblem(409, "plan_retired");
        server.api().get("/api/v1/plans/no-such").expect(404);
    }

    private void makeAdministrator() {
        var accounts = server.bean(Accounts.class);
        var sessions = server.bean(Sessions.class);
        var now = server.bean(InstantSource.class).instant();
        server.bean(Writes.class).perform(events -> {
            accounts.replace(accounts.holdAlone(annsId).orElseThrow().grant(Role.ADMIN));
            var live = sessions.live(annsId, now).stream().map(Session::id).toList();
            events.raise(new RoleGranted(annsId, Role.ADMIN, Optional.empty(), live));
        });
    }

    private List<String> listed(String path) {
        return server.api().get(path).expect(200).json().get("items").findValuesAsText("code");
    }

    @Test
    void the_figures_of_a_dry_run_are_what_is_charged() {
        var without = ann.get("/api/v1/subscription").expect(200);
        assertThat(without.text("plan/code")).isEqualTo("free");
        assertThat(without.json().has("subscription")).isFalse();
        var begun = subscribe(plus).expect(201);
        assertThat(ann.get(begun.header("Location").orElseThrow()).expect(200).body())
                .isEqualTo(begun.body());
        var own = ann.get("/api/v1/subscription").expect(200);
        assertThat(own.text("subscription/state")).isEqualTo("ACTIVE");
        assertThat(own.text("limits/0/allowed")).isEqualTo("3");

        var wanted = Map.of("plan", pro, "when", "NOW");
        ann.post("/api/v1/subscription/change", wanted).expect(428);
        var shown = ann.ifMatch(own.etag())
                .post("/api/v1/subscription/change?dryRun=true", wanted)
                .expect(200);
        assertThat(shown.text("bill/due/amount"))
                .as("almost nothing of the period is over")
                .isEqualTo("20.00");
        var held = Map.of("plan", pro, "when", "NOW", "at", shown.text("at"));
        var changed = ann.ifMatch(own.etag())
                .post("/api/v1/subscription/change", held)
                .expect(200);
        assertThat(changed.json().get("bill")).isEqualTo(shown.json().get("bill"));
        assertThat(changed.text("subscription/plan")).isEqualTo(pro);
        ann.ifMatch(own.etag()).post("/api/v1/subscription/change", held).expect(412);

        var charges = ann.get("/api/v1/subscription/charges?limit=1").expect(200);
        assertThat(charges.json().at("/items/0/bill")).isEqualTo(shown.json().get("bill"));
        assertThat(charges.text("items/0/status")).isEqualTo("PAID");
        var rest = ann.get("/api/v1/subscription/charges?cursor=" + charges.text("next"))
                .expect(200);
        assertThat(rest.json().get("items").findValuesAsText("purpose")).containsExactly("START");

        var later = Map.of("plan", plus, "when", "PERIOD_END");
        var scheduled = ann.ifMatch(changed.etag())
                .post("/api/v1/subscription/change", later)
                .expect(200);
        assertThat(scheduled.text("subscription/nextPlan")).isEqualTo(plus);
        var withdrawn = ann.ifMatch(scheduled.etag())
                .delete("/api/v1/subscription/change")
                .expect(200);
        var ended = ann.ifMatch(withdrawn.etag())
                .post("/api/v1/subscription/cancel", Map.of("when", "NOW"))
                .expect(200);
        assertThat(ended.text("endReason")).isEqualTo("CANCELLED");
        assertThat(ann.get("/api/v1/subscription").text("credits/0/amount")).isEqualTo("30.00");
        var export = ann.get("/api/v1/me/export").expect(200);
        assertThat(export.json().get("plans.subscriptions")).hasSize(1);
        assertThat(export.json().get("plans.charges")).hasSize(3);
        assertThat(export.body()).doesNotContain("pm_of_ann");
    }

    @Test
    void what_a_plan_allows_is_had_to_the_last_even_at_once_and_no_further() throws Exception {
        subscribe(plus).expect(201);
        openAccount(1).expect(201);
        openAccount(2).expect(201);
        assertThat(ann.get("/api/v1/subscription").text("limits/0/used")).isEqualTo("2");

        var opened = AtOnce.many(6, each -> openAccount(3 + each));

        assertThat(opened).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 429);
        openAccount(9).expectProblem(429, "finance_accounts_limit");
        assertThat(ann.get("/api/v1/subscription").text("limits/0/used")).isEqualTo("3");
    }

    private Answer openAccount(int number) {
        return ann.post(
                "/api/v1/finance/accounts", Map.of("kind", "BANK", "name", "Account " + number, "currency", "EUR"));
    }

    @Test
    void of_several_at_once_one_wins_whatever_they_want() throws Exception {
        var begun = AtOnce.many(6, each -> subscribe(plus));
        assertThat(begun).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 409);
        String etag = ann.get("/api/v1/subscription").etag();

        var changed = AtOnce.many(
                6,
                each -> each % 2 == 0
                        ? ann.ifMatch(etag).post("/api/v1/subscription/change", Map.of("plan", pro, "when", "NOW"))
                        : ann.ifMatch(etag).post("/api/v1/subscription/cancel", Map.of("when", "PERIOD_END")));

        assertThat(changed).extracting(Answer::status).containsOnlyOnce(200).isSubsetOf(200, 409, 412);
        int charges = ann.get("/api/v1/subscription").text("subscription/state").equals("CANCELLED") ? 1 : 2;
        assertThat(ann.get("/api/v1/subscription/charges").json().get("items")).hasSize(charges);
    }

    @Test
    void a_repeated_request_is_charged_once_and_a_declined_one_stays_declined() {
        var keyed = ann.header("Idempotency-Key", UUID.randomUUID().toString());
        var declined = Map.of("plan", plus, "paymentMethod", "declined");
        keyed.post("/api/v1/subscription", declined).expectProblem(409, "payment_declined");
        keyed.post("/api/v1/subscription", declined).expectProblem(409, "payment_declined");
        assertThat(ann.get("/api/v1/subscription").text("plan/code")).isEqualTo("free");
        assertThat(ann.get("/api/v1/subscription/history").text("items/0/endReason"))
                .isEqualTo("PAYMENT_FAILED");

        var again = ann.header("Idempotency-Key", UUID.randomUUID().toString());
        var card = Map.of("plan", plus, "paymentMethod", "card");
        var first = again.post("/api/v1/subscription", card).expect(201);
        assertThat(again.post("/api/v1/subscription", card).expect(201).body()).isEqualTo(first.body());
        again.post("/api/v1/subscription", Map.of("plan", pro, "paymentMethod", "card"))
                .expect(422);
        assertThat(ann.get("/api/v1/subscription/charges").json().get("items")).hasSize(2);
    }

    @Test
    void a_period_is_renewed_once_by_however_many_and_a_declined_one_made_good() throws Exception {
        var begun = subscribe(plus).expect(201);
        var clock = new TestClock(Instant.parse(begun.text("period/to")));

        AtOnce.many(4, each -> renewing(clock).handle());
        assertThat(ann.get("/api/v1/subscription/charges").json().get("items").findValuesAsText("purpose"))
                .containsExactly("RENEWAL", "START");
        var renewed = ann.get("/api/v1/subscription");
        assertThat(renewed.text("subscription/period/from")).isEqualTo(begun.text("period/to"));

        ann.ifMatch(renewed.etag())
                .put("/api/v1/subscription/payment-method", Map.of("paymentMethod", "declined"))
                .expect(200);
        clock.set(Instant.parse(renewed.text("subscription/period/to")));
        renewing(clock).handle();
        var unpaid = ann.get("/api/v1/subscription");
        assertThat(unpaid.text("subscription/state")).isEqualTo("PAST_DUE");
        assertThat(Instant.parse(unpaid.text("subscription/retryAt")))
                .isEqualTo(clock.instant().plus(Duration.ofDays(1)));
        var paid = ann.ifMatch(unpaid.etag())
                .put("/api/v1/subscription/payment-method", Map.of("paymentMethod", "card"))
                .expect(200);
        assertThat(paid.text("state")).isEqualTo("ACTIVE");

        var cancelled = ann.ifMatch(paid.etag())
                .post("/api/v1/subscription/cancel", Map.of("when", "PERIOD_END"))
                .expect(200);
        var kept =
                ann.ifMatch(cancelled.etag()).post("/api/v1/subscription/keep").expect(200);
        ann.ifMatch(kept.etag())
                .post("/api/v1/subscription/cancel", Map.of("when", "PERIOD_END"))
                .expect(200);
        clock.set(Instant.parse(kept.text("period/to")));
        renewing(clock).handle();
        assertThat(ann.get("/api/v1/subscription").json().has("subscription")).isFalse();
        assertThat(server.bean(AuditLog.class).on(UUID.fromString(begun.text("id")), 50))
                .extracting(recorded -> recorded.entry().action())
                .contains(
                        "subscription.started",
                        "subscription.renewed",
                        "charge.paid",
                        "charge.failed",
                        "subscription.ended");
    }

    private RenewSubscriptions renewing(TestClock clock) {
        var writes = server.bean(Writes.class);
        var subscriptions = server.bean(Subscriptions.class);
        var charges = server.bean(Charges.class);
        var settle = new SettleCharges(
                server.bean(Transactions.class), writes, subscriptions, charges, server.bean(Payments.class), clock);
        return new RenewSubscriptions(
                writes, server.bean(Plans.class), subscriptions, charges, settle, server.bean(Ids.class), clock);
    }

    private Answer subscribe(String plan) {
        return ann.post("/api/v1/subscription", Map.of("plan", plan, "paymentMethod", "pm_of_ann"));
    }
}
