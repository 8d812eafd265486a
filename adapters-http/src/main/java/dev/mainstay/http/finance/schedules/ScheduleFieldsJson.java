package dev.mainstay.http.finance.schedules;

import dev.mainstay.application.finance.schedules.ArrangeSchedule;
import dev.mainstay.application.text.Typed;
import dev.mainstay.domain.finance.schedules.ScheduleName;
import dev.mainstay.domain.refusal.Invalid;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about a schedule.
 *
 * @param name one line, at most 80 characters
 * @param start the first day, which is the first occurrence whatever the rule says
 * @param until the last day on which it may be due; absent for no end but the rule's
 */
@Serdeable
@Schema(
        name = "ScheduleFields",
        requiredProperties = {"name", "start", "recurrence", "transaction"},
        example = """
            {"name":"Rent","start":"2026-05-01","recurrence":{"rule":"FREQ=MONTHLY"},"transaction":{"description":"Rent",\
            "postings":[{"account":"0197a1de-0000-7000-8000-000000000003","amount":{"amount":"-850.00","currency":"EUR"}},\
            {"category":"0197a1de-0000-7000-8000-000000000002","amount":{"amount":"850.00","currency":"EUR"}}]}}\
            """)
record ScheduleFieldsJson(
        @Nullable String name,
        @Nullable LocalDate start,
        @Nullable LocalDate until,
        @Nullable RuleJson recurrence,
        @Nullable ScheduledTransactionJson transaction) {

    ArrangeSchedule.Wanted to() {
        if (name == null) {
            throw missing("name");
        }
        if (start == null) {
            throw missing("start");
        }
        if (recurrence == null || recurrence.rule() == null) {
            throw missing("recurrence.rule");
        }
        if (transaction == null) {
            throw missing("transaction");
        }
        return new ArrangeSchedule.Wanted(
                new ScheduleName(Typed.line(name)),
                transaction.to(),
                recurrence.rule().strip(),
                start,
                until);
    }

    private static Invalid missing(String field) {
        return new Invalid(field, "missing", "is required");
    }
}
