package dev.mainstay.application.home;

import dev.mainstay.domain.home.WidgetName;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place on the cached page: a widget's content, or why there is none, or neither if its content is loaded after the page. Of the
 * contents exactly the widget's own is present.
 *
 * @param idle a widget that is loaded after the page and has nothing to load
 * @param unavailable a stable code, when the widget could not be loaded
 */
public record Slot(
        WidgetName widget,
        boolean idle,
        Optional<String> unavailable,
        Optional<TasksContent> tasks,
        Optional<FocusContent> focus,
        Optional<AchievementsContent> achievements,
        Optional<MonthContent> month,
        Optional<BudgetsContent> budgets) {

    static Slot ready(WidgetName widget, KeptContent content) {
        return switch (content) {
            case TasksContent tasks ->
                new Slot(widget, false, none(), Optional.of(tasks), none(), none(), none(), none());
            case FocusContent focus ->
                new Slot(widget, false, none(), none(), Optional.of(focus), none(), none(), none());
            case AchievementsContent awards ->
                new Slot(widget, false, none(), none(), none(), Optional.of(awards), none(), none());
            case MonthContent month ->
                new Slot(widget, false, none(), none(), none(), none(), Optional.of(month), none());
            case BudgetsContent budgets ->
                new Slot(widget, false, none(), none(), none(), none(), none(), Optional.of(budgets));
        };
    }

    static Slot unavailable(WidgetName widget, String code) {
        return new Slot(widget, false, Optional.of(code), none(), none(), none(), none(), none());
    }

    /** The place of a widget whose content never lies in Redis. */
    static Slot live(WidgetName widget) {
        return new Slot(widget, false, none(), none(), none(), none(), none(), none());
    }

    /** The place of such a widget that has nothing to show as long as this page is kept. */
    static Slot idle(WidgetName widget) {
        return new Slot(widget, true, none(), none(), none(), none(), none(), none());
    }

    /** The content, if there is any and it may be kept. */
    public Optional<KeptContent> content() {
        return Stream.<Optional<? extends KeptContent>>of(tasks, focus, achievements, month, budgets)
                .flatMap(Optional::stream)
                .<KeptContent>map(content -> content)
                .findFirst();
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }
}
