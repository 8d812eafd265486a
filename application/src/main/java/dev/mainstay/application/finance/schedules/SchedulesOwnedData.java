package dev.mainstay.application.finance.schedules;

import dev.mainstay.application.identity.OwnedData;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToAccount;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToCategory;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToNominal;
import dev.mainstay.domain.finance.schedules.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user's schedules (U13); what they recorded is among the transactions. */
public final class SchedulesOwnedData implements OwnedData {

    private final Schedules schedules;

    public SchedulesOwnedData(Schedules schedules) {
        this.schedules = schedules;
    }

    /** A line of a schedule's transaction; its target is an account's or category's id, or a nominal. */
    public record ExportedLine(String targetKind, String target, String amount, String currency, String memo) {

        static ExportedLine from(Posting line) {
            String amount = line.amount().decimal().toPlainString();
            String currency = line.amount().currency().getCurrencyCode();
            return switch (line.target()) {
                case ToAccount(var id) ->
                    new ExportedLine("ACCOUNT", id.value().toString(), amount, currency, line.memo());
                case ToCategory(var id) ->
                    new ExportedLine("CATEGORY", id.value().toString(), amount, currency, line.memo());
                case ToNominal(var nominal) ->
                    new ExportedLine("NOMINAL", nominal.name(), amount, currency, line.memo());
            };
        }
    }

    /** A schedule. */
    public record ExportedSchedule(
            String id,
            String name,
            String rule,
            LocalDate start,
            @Nullable LocalDate until,
            String status,
            @Nullable String failure,
            boolean posted,
            String description,
            @Nullable String payee,
            String notes,
            List<String> tags,
            List<ExportedLine> postings,
            Instant createdAt) {

        static ExportedSchedule from(Schedule schedule) {
            var template = schedule.template();
            var failure = schedule.failure();
            var payee = template.payee();
            return new ExportedSchedule(
                    schedule.id().value().toString(),
                    schedule.name().value(),
                    schedule.timing().rule(),
                    schedule.timing().start(),
                    schedule.timing().until(),
                    schedule.status().name(),
                    failure == null ? null : failure.reason(),
                    template.posted(),
                    template.description().value(),
                    payee == null ? null : payee.value().toString(),
                    template.notes().value(),
                    template.tags().values(),
                    template.postings().lines().stream().map(ExportedLine::from).toList(),
                    schedule.createdAt());
        }
    }

    @Override
    public List<Section> sections() {
        return List.of(new Section(
                "finance.schedules",
                (owner, row) ->
                        schedules.of(owner).stream().map(ExportedSchedule::from).forEach(row)));
    }
}
