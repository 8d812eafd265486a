package dev.mainstay.http.planner;

import dev.mainstay.application.planner.SumFocusByDay.DayTotals;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/**
 * Focused time by day.
 *
 * @param zone whose days they are
 * @param items every day of the range, also those without focus
 */
@Serdeable
@Schema(
        name = "FocusDays",
        requiredProperties = {"zone", "items"},
        example = "{\"zone\":\"Europe/Berlin\",\"items\":[{\"day\":\"2026-03-01\",\"focusedSeconds\":1500}]}")
record FocusDaysJson(String zone, List<DayJson> items) {

    FocusDaysJson {
        items = List.copyOf(items);
    }

    /** What was focused on one local day, in finished sessions. */
    @Serdeable
    @Schema(
            name = "FocusDay",
            requiredProperties = {"day", "focusedSeconds"})
    record DayJson(LocalDate day, long focusedSeconds) {}

    static FocusDaysJson from(DayTotals totals) {
        return new FocusDaysJson(
                totals.zone().getId(),
                totals.days().stream()
                        .map(total -> new DayJson(total.day(), total.focused().toSeconds()))
                        .toList());
    }
}
