package dev.mainstay.http.home;

import dev.mainstay.application.home.AchievementsContent;
import dev.mainstay.application.home.BalanceContent;
import dev.mainstay.application.home.BudgetsContent;
import dev.mainstay.application.home.FocusContent;
import dev.mainstay.application.home.HomePage;
import dev.mainstay.application.home.HomePage.Place;
import dev.mainstay.application.home.MonthContent;
import dev.mainstay.application.home.TasksContent;
import dev.mainstay.application.home.WidgetContent;
import dev.mainstay.domain.home.WidgetName;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The home page.
 *
 * @param asOf when the facts were read, those of the balance excepted: they are of this moment
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
            {"name":"ACHIEVEMENTS","status":"UNAVAILABLE","code":"widget_failed"}]}\
            """)
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
            @Nullable AchievementsWidgetJson achievements,
            @Nullable BalanceWidgetJson balance,
            @Nullable MonthWidgetJson month,
            @Nullable BudgetsWidgetJson budgets) {

        static WidgetJson from(Place place) {
            return new WidgetJson(
                    place.widget(),
                    place.unavailable().isPresent() ? Status.UNAVAILABLE : Status.READY,
                    place.unavailable().orElse(null),
                    content(place, TasksContent.class, TasksWidgetJson::from),
                    content(place, FocusContent.class, FocusWidgetJson::from),
                    content(place, AchievementsContent.class, AchievementsWidgetJson::from),
                    content(place, BalanceContent.class, BalanceWidgetJson::from),
                    content(place, MonthContent.class, MonthWidgetJson::from),
                    content(place, BudgetsContent.class, BudgetsWidgetJson::from));
        }

        private static <C extends WidgetContent, J> @Nullable J content(
                Place place, Class<C> kind, Function<C, J> json) {
            Optional<WidgetContent> content = place.content();
            return content.filter(kind::isInstance).map(kind::cast).map(json).orElse(null);
        }
    }

    static HomeJson from(HomePage home, Instant asOf) {
        return new HomeJson(
                asOf,
                home.zone().getId(),
                home.today(),
                home.widgets().stream().map(WidgetJson::from).toList());
    }
}
