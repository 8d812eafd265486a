package dev.mainstay.http.home;

import dev.mainstay.domain.home.HomeLayout;
import dev.mainstay.domain.home.HomeLayout.Placement;
import dev.mainstay.domain.home.WidgetName;
import dev.mainstay.domain.refusal.Invalid;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order of the widgets, and which of them are hidden.
 *
 * @param widgets each widget once; those that are left out come last and are not hidden
 */
@Serdeable
@Schema(
        name = "HomeLayout",
        requiredProperties = "widgets",
        example =
                "{\"widgets\":[{\"name\":\"FOCUS\"},{\"name\":\"TASKS\"},{\"name\":\"ACHIEVEMENTS\",\"hidden\":true}]}")
record LayoutJson(@Nullable List<@Nullable PlacementJson> widgets) {

    /** A widget at its place; not hidden unless it says so. */
    @Serdeable
    @Schema(name = "WidgetPlacement", requiredProperties = "name")
    record PlacementJson(
            @Nullable WidgetName name, @Nullable Boolean hidden) {}

    static LayoutJson from(HomeLayout layout) {
        return new LayoutJson(layout.placements().stream()
                .<@Nullable PlacementJson>map(placement -> new PlacementJson(placement.widget(), placement.hidden()))
                .toList());
    }

    List<Placement> to() {
        if (widgets == null) {
            throw new Invalid("widgets", "required", "must be the list of widgets in the order wanted");
        }
        return widgets.stream().map(LayoutJson::placement).toList();
    }

    private static Placement placement(@Nullable PlacementJson each) {
        if (each == null || each.name() == null) {
            throw new Invalid("widgets.name", "required", "must name a widget, such as TASKS or FOCUS");
        }
        return new Placement(each.name(), Boolean.TRUE.equals(each.hidden()));
    }
}
