package dev.mainstay.application.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.home.HomeLayout;
import dev.mainstay.domain.home.HomeLayout.Placement;
import dev.mainstay.domain.home.WidgetName;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Stale;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every store of layouts does. */
public abstract class HomeLayoutsContract {

    private static final List<Placement> FOCUS_FIRST =
            List.of(new Placement(WidgetName.FOCUS, false), new Placement(WidgetName.TASKS, true));

    protected abstract Transactions transactions();

    protected abstract HomeLayouts layouts();

    protected abstract UserId newUser();

    @Test
    void whoever_never_arranged_anything_has_the_initial_layout() {
        var owner = newUser();

        assertThat(layouts().of(owner)).isEqualTo(HomeLayout.initial(owner));
    }

    @Test
    void a_layout_comes_back_as_it_was_stored() {
        var owner = newUser();
        var first = replace(layouts().of(owner).arrange(FOCUS_FIRST), Version.FIRST);
        assertThat(layouts().of(owner)).isEqualTo(first);

        var second = replace(first.arrange(List.of()), first.version());
        assertThat(layouts().of(owner)).isEqualTo(second);
    }

    @Test
    void a_change_to_a_version_that_is_no_more_is_stale() {
        var owner = newUser();
        var first = replace(layouts().of(owner).arrange(FOCUS_FIRST), Version.FIRST);

        assertThatThrownBy(() -> replace(HomeLayout.initial(owner).arrange(List.of()), Version.FIRST))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(
                        () -> replace(first.arrange(List.of()), first.version().next()))
                .isInstanceOf(Stale.class);
        assertThat(layouts().of(owner)).isEqualTo(first);
    }

    @Test
    void of_first_changes_at_once_exactly_one_wins() throws Exception {
        var owner = newUser();
        var wanted = HomeLayout.initial(owner).arrange(FOCUS_FIRST);
        Callable<Boolean> arranging = () -> {
            try {
                replace(wanted, Version.FIRST);
                return true;
            } catch (Stale late) {
                return false;
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int won = 0;
            for (var outcome : threads.invokeAll(Collections.nCopies(6, arranging))) {
                won += outcome.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    private HomeLayout replace(HomeLayout layout, Version expected) {
        return transactions().run(() -> {
            layouts().replace(layout, expected);
            return layout;
        });
    }
}
