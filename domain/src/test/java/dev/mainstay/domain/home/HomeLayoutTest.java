package dev.mainstay.domain.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.domain.home.HomeLayout.Placement;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HomeLayoutTest {

    private final HomeLayout initial = HomeLayout.initial(new UserId(new UUID(0, 1)));

    @Test
    void whoever_never_arranged_anything_sees_every_widget() {
        assertThat(initial.placements()).extracting(Placement::widget).containsExactly(WidgetName.values());
        assertThat(initial.placements()).noneMatch(Placement::hidden);
    }

    @Test
    void widgets_that_are_not_named_come_last() {
        var arranged =
                initial.arrange(List.of(new Placement(WidgetName.FOCUS, false), new Placement(WidgetName.TASKS, true)));

        assertThat(arranged.placements())
                .startsWith(new Placement(WidgetName.FOCUS, false), new Placement(WidgetName.TASKS, true))
                .extracting(Placement::widget)
                .containsExactly(
                        WidgetName.FOCUS,
                        WidgetName.TASKS,
                        WidgetName.ACHIEVEMENTS,
                        WidgetName.BALANCE,
                        WidgetName.MONTH,
                        WidgetName.BUDGETS);
        assertThat(arranged.version()).isEqualTo(initial.version().next());
    }

    @Test
    void a_widget_stands_in_one_place() {
        var twice = new Placement(WidgetName.FOCUS, false);

        assertThatThrownBy(() -> initial.arrange(List.of(twice, twice))).isInstanceOf(Invalid.class);
    }
}
