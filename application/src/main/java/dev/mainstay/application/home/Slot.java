package dev.mainstay.application.home;

import dev.mainstay.domain.home.WidgetName;
import java.util.Optional;

/**
 * A place on the home page: a widget's content, or why there is none. Of the contents exactly the widget's own is present.
 *
 * @param unavailable a stable code, when the widget could not be loaded
 */
public record Slot(
        WidgetName widget,
        Optional<String> unavailable,
        Optional<TasksContent> tasks,
        Optional<FocusContent> focus,
        Optional<AchievementsContent> achievements) {

    static Slot ready(WidgetName widget, WidgetContent content) {
        return switch (content) {
            case TasksContent tasks -> new Slot(widget, none(), Optional.of(tasks), none(), none());
            case FocusContent focus -> new Slot(widget, none(), none(), Optional.of(focus), none());
            case AchievementsContent awards -> new Slot(widget, none(), none(), none(), Optional.of(awards));
        };
    }

    static Slot unavailable(WidgetName widget, String code) {
        return new Slot(widget, Optional.of(code), none(), none(), none());
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }
}
