package dev.mainstay.application.home;

import dev.mainstay.domain.home.WidgetName;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A user's home page as it is shown: what is cached of it, and beside that the live widgets as they are at this moment. Equal pages show
 * the same.
 *
 * @param widgets those that are not hidden, in the user's order
 */
public record HomePage(ZoneId zone, LocalDate today, List<Place> widgets) {
    public HomePage {
        widgets = List.copyOf(widgets);
    }

    /**
     * A widget's content, or why there is none: exactly one of the two is present.
     *
     * @param unavailable a stable code
     */
    public record Place(WidgetName widget, Optional<String> unavailable, Optional<WidgetContent> content) {

        static Place ready(WidgetName widget, WidgetContent content) {
            return new Place(widget, Optional.empty(), Optional.of(content));
        }

        static Place unavailable(WidgetName widget, String code) {
            return new Place(widget, Optional.of(code), Optional.empty());
        }
    }
}
