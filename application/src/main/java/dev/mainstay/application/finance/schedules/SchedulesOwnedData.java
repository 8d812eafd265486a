package dev.mainstay.application.finance.schedules;

import dev.mainstay.application.identity.OwnedData;
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

    /** A schedule; each posting as {@code ToCategory[…] 12.34 EUR}. */
    public record ExportedSchedule(
            String id,
            String name,
            String rule,
            LocalDate start,
            @Nullable LocalDate until,
            String status,
            String description,
            String notes,
            List<String> tags,
            List<String> postings,
            Instant createdAt) {

        static ExportedSchedule from(Schedule schedule) {
            var template = schedule.template();
            return new ExportedSchedule(
                    schedule.id().value().toString(),
                    schedule.name().value(),
                    schedule.timing().rule(),
                    schedule.timing().start(),
                    schedule.timing().until(),
                    schedule.status().name(),
                    template.description().value(),
                    template.notes().value(),
                    template.tags().values(),
                    template.postings().lines().stream()
                            .map(line -> line.target() + " " + line.amount())
                            .toList(),
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
