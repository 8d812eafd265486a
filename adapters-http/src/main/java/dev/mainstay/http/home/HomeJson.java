package dev.mainstay.http.home;

import dev.mainstay.application.home.Home;
import dev.mainstay.application.home.Slot;
import dev.mainstay.domain.home.WidgetName;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The home page.
 *
 * @param asOf when the facts were read
 * @param zone the user's, whose "today" it is
 * @param widgets in the user's order, without the hidden ones
 */
@Serdeable
@Schema(
        name = "Home",
        requiredProperties = {"asOf", "zone", "today", "widgets"},
        example = """
                {"asOf":"2026-03-01T10:00:00Z","zone":"Europe/Berlin","today":"2026-03-01","widgets":[\
                {"name":"TASKS","status":"READY","tasks":{"overdue":1,"today":0,"upcoming":0,"doneToday":4,"next":[]}},\
                {"name":"ACHIEVEMENTS","status":"UNAVAILABLE","code":"widget_failed"}]}""")
record HomeJson(Instant asOf, String zone, LocalDate today, List<WidgetJson> widgets) {

    HomeJson {
        widgets = List.copyOf(widgets);
    }

    /** Whether a widget could be loaded. */
    enum Status {
        READY,
        UNAVAILABLE
    }

    /**
     * A widget's place: its content under its own name, or why there is none.
     *
     * @param code of an unavailable widget; the others on the page are right all the same
     */
    @Serdeable
    @Schema(
            name = "Widget",
            requiredProperties = {"name", "status"})
    record WidgetJson(
            WidgetName name,
            Status status,
            @Nullable String code,
            @Nullable TasksWidgetJson tasks,
            @Nullable FocusWidgetJson focus,
            @Nullable AchievementsWidgetJson achievements) {

        static WidgetJson from(Slot slot) {
            return new WidgetJson(
                    slot.widget(),
                    slot.unavailable().isPresent() ? Status.UNAVAILABLE : Status.READY,
                    slot.unavailable().orElse(null),
                    slot.tasks().map(TasksWidgetJson::from).orElse(null),
                    slot.focus().map(FocusWidgetJson::from).orElse(null),
                    slot.achievements().map(AchievementsWidgetJson::from).orElse(null));
        }
    }

    static HomeJson from(Home home, Instant asOf) {
        return new HomeJson(
                asOf,
                home.zone().getId(),
                home.today(),
                home.widgets().stream().map(WidgetJson::from).toList());
    }
}
