package dev.mainstay.http.home;

import dev.mainstay.domain.home.HomeLayout;
import dev.mainstay.domain.home.HomeLayout.Placement;
import dev.mainstay.domain.home.WidgetName;
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
        example = "{\"widgets\":[{\"name\":\"FOCUS\"},{\"name\":\"TASKS\"},{\"name\":\"ACHIEVEMENTS\",\"hidden\":true}]}")
record LayoutJson(List<PlacementJson> widgets) {

    LayoutJson {
        widgets = List.copyOf(widgets);
    }

    /** A widget at its place; not hidden unless it says so. */
    @Serdeable
    @Schema(name = "WidgetPlacement", requiredProperties = "name")
    record PlacementJson(WidgetName name, @Nullable Boolean hidden) {}

    static LayoutJson from(HomeLayout layout) {
        return new LayoutJson(layout.placements().stream()
                .map(placement -> new PlacementJson(placement.widget(), placement.hidden()))
                .toList());
    }

    List<Placement> to() {
        return widgets.stream()
                .map(each -> new Placement(each.name(), Boolean.TRUE.equals(each.hidden())))
                .toList();
    }
}
