package dev.mainstay.application.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.InMemoryViewCache;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.application.planner.TaskDigest;
import dev.mainstay.application.reading.ReadsInMemory;
import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.finance.budgets.BudgetCrossed;
import dev.mainstay.domain.finance.budgets.BudgetId;
import dev.mainstay.domain.finance.ledger.CategoryChanged;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.home.HomeLayout.Placement;
import dev.mainstay.domain.home.WidgetName;
import dev.mainstay.domain.identity.ProfileRevised;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.AchievementAwarded;
import dev.mainstay.domain.planner.AchievementCode;
import dev.mainstay.domain.planner.FocusChanged.FocusStarted;
import dev.mainstay.domain.planner.FocusSessionId;
import dev.mainstay.domain.planner.TaskCreated;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.refusal.Stale;
import dev.mainstay.domain.refusal.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ShowingHomeTest {

    private static final TaskDigest NOTHING_DUE = new TaskDigest(0, 0, 0, 0, List.of(), Optional.empty());

    private final TestClock clock = TestClock.at("2026-03-28T22:58:00Z");
    private final SequentialIds ids = new SequentialIds();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryHomeLayouts layouts = new InMemoryHomeLayouts(transactions);
    private final InMemoryViewCache views = new InMemoryViewCache(transactions, clock);
    private final Writes writes =
            new Writes(transactions, new ViewCatalogue(HomeViews.all()), views, List.of(), List.of());

    private final UserId ann = new UserId(ids.next());
    private ZoneId zone = ZoneId.of("UTC");
    private Function<HomeMoment, Widget.Loaded> tasks =
            moment -> new Widget.Loaded(new TasksContent(NOTHING_DUE), Instant.MAX);

    private Function<HomeMoment, LiveContent> balance = moment -> new BalanceContent(List.of());
    private boolean books = true;

    private final List<Widget> widgets = List.of(
            widget(WidgetName.TASKS, moment -> tasks.apply(moment)),
            widget(
                    WidgetName.ACHIEVEMENTS,
                    moment -> new Widget.Loaded(new AchievementsContent(0, List.of()), Instant.MAX)),
            widget(
                    WidgetName.MONTH,
                    moment ->
                            new Widget.Loaded(new MonthContent(LocalDate.parse("2026-03-01"), List.of()), Instant.MAX)),
            live(moment -> balance.apply(moment)));

    private final ShowHome show = new ShowHome(views, new ReadsInMemory(), layouts, user -> zone, widgets, clock);
    private final ArrangeHome arrange = new ArrangeHome(writes, layouts);

    @Test
    void it_shows_the_widgets_of_the_features_that_are_on_and_keeps_the_page() {
        assertThat(widgets())
                .containsExactly(WidgetName.TASKS, WidgetName.ACHIEVEMENTS, WidgetName.BALANCE, WidgetName.MONTH);
        assertThat(show.of(ann).outcome()).isEqualTo(Outcome.HIT);
    }

    @Test
    void whatever_shows_on_it_makes_a_new_page() {
        var code = new AchievementCode("first_task");
        List<DomainEvent> writesOfAnn = List.of(
                new TaskCreated(ann, new TaskId(ids.next())),
                new FocusStarted(new FocusSessionId(ids.next()), ann),
                new AchievementAwarded(ann, code, clock.instant()),
                new CategoryChanged(ann, new CategoryId(ids.next())),
                new BudgetCrossed(ann, new BudgetId(ids.next()), LocalDate.parse("2026-03-01"), 80),
                new ProfileRevised(ann));
        for (DomainEvent event : writesOfAnn) {
            show.of(ann);
            writes.perform(events -> events.raise(event));
            assertThat(show.of(ann).outcome()).as("after %s", event).isEqualTo(Outcome.MISS);
        }
    }

    @Test
    void another_users_write_leaves_the_page_alone() {
        show.of(ann);
        writes.perform(events -> events.raise(new TaskCreated(new UserId(ids.next()), new TaskId(ids.next()))));

        assertThat(show.of(ann).outcome()).isEqualTo(Outcome.HIT);
    }

    @Test
    void one_widget_failing_fails_its_own_place_alone_and_the_page_is_not_kept() {
        tasks = moment -> {
            throw new Unavailable("database_unavailable", "Away.", Duration.ofSeconds(1));
        };
        var page = show.of(ann).value();
        assertThat(page.widgets().getFirst().unavailable()).contains("database_unavailable");
        assertThat(page.widgets().get(1).content()).containsInstanceOf(AchievementsContent.class);

        tasks = moment -> new Widget.Loaded(new TasksContent(NOTHING_DUE), Instant.MAX);
        assertThat(show.of(ann).value().widgets().getFirst().content()).containsInstanceOf(TasksContent.class);
    }

    @Test
    void a_bug_in_a_widget_is_no_failure_of_the_page() {
        tasks = moment -> {
            throw new IllegalStateException("a bug");
        };

        assertThat(show.of(ann).value().widgets().getFirst().unavailable()).contains("widget_failed");
    }

    @Test
    void the_page_does_not_outlive_the_users_day() {
        zone = ZoneId.of("Europe/Berlin");
        assertThat(show.of(ann).value().today()).isEqualTo(LocalDate.parse("2026-03-28"));

        clock.advance(Duration.ofMinutes(2));
        assertThat(show.of(ann).value().today()).isEqualTo(LocalDate.parse("2026-03-29"));
    }

    @Test
    void the_page_does_not_outlive_a_due_time() {
        Instant due = clock.instant().plusSeconds(30);
        tasks = moment -> new Widget.Loaded(new TasksContent(NOTHING_DUE), due);
        show.of(ann);
        clock.advance(Duration.ofSeconds(29));
        assertThat(show.of(ann).outcome()).isEqualTo(Outcome.HIT);

        clock.advance(Duration.ofSeconds(1));
        assertThat(show.of(ann).outcome()).isNotEqualTo(Outcome.HIT);
    }

    @Test
    void the_users_layout_orders_and_hides() {
        show.of(ann);
        arrange(Version.FIRST, new Placement(WidgetName.ACHIEVEMENTS, false), new Placement(WidgetName.TASKS, true));

        assertThat(widgets()).containsExactly(WidgetName.ACHIEVEMENTS, WidgetName.BALANCE, WidgetName.MONTH);
        assertThatThrownBy(() -> arrange(Version.FIRST)).isInstanceOf(Stale.class);
    }

    @Test
    void a_live_widget_is_read_each_time_and_never_kept() {
        balance = moment -> new BalanceContent(List.of(BareBooks.money("1.00 EUR")));
        show.of(ann);
        balance = moment -> new BalanceContent(List.of(BareBooks.money("2.00 EUR")));
        var page = show.of(ann);

        assertThat(page.outcome()).isEqualTo(Outcome.HIT);
        assertThat(balance(page.value()).content()).contains(new BalanceContent(List.of(BareBooks.money("2.00 EUR"))));
    }

    @Test
    void a_live_widget_that_fails_fails_its_own_place_alone_and_the_page_is_kept() {
        balance = moment -> {
            throw new IllegalStateException("a bug");
        };
        assertThat(balance(show.of(ann).value()).unavailable()).contains("widget_failed");
        assertThat(show.of(ann).outcome()).isEqualTo(Outcome.HIT);

        balance = moment -> new BalanceContent(List.of());
        assertThat(balance(show.of(ann).value()).unavailable()).isEmpty();
    }

    @Test
    void a_live_widget_with_nothing_to_load_is_not_read_until_the_page_is_made_anew() {
        books = false;
        balance = moment -> {
            throw new AssertionError("it was read");
        };
        assertThat(balance(show.of(ann).value()).content()).contains(new BalanceContent(List.of()));
        assertThat(balance(show.of(ann).value()).content()).contains(new BalanceContent(List.of()));

        books = true;
        balance = moment -> new BalanceContent(List.of(BareBooks.money("1.00 EUR")));
        writes.perform(events -> events.raise(new CategoryChanged(ann, new CategoryId(ids.next()))));
        assertThat(balance(show.of(ann).value()).content())
                .contains(new BalanceContent(List.of(BareBooks.money("1.00 EUR"))));
    }

    @Test
    void a_live_widget_that_is_hidden_is_not_read() {
        arrange(Version.FIRST, new Placement(WidgetName.BALANCE, true));
        balance = moment -> {
            throw new AssertionError("it was read");
        };

        assertThat(widgets()).doesNotContain(WidgetName.BALANCE);
    }

    @Test
    void a_page_shown_stale_shows_no_money() {
        var kept = show.of(ann).asOf();
        ViewCache away = new ViewCache() {
            @Override
            public <I, V> Cached<V> read(CachedView<I, V> view, I id, Function<I, V> loader) {
                return new Cached<>(loader.apply(id), Outcome.STALE, "possibly-stale", kept);
            }
        };
        balance = moment -> {
            throw new AssertionError("it was asked for, though the database is known to be away");
        };
        var page = new ShowHome(away, new ReadsInMemory(), layouts, user -> zone, widgets, clock)
                .of(ann)
                .value();

        assertThat(page.widgets().getFirst().content()).containsInstanceOf(TasksContent.class);
        assertThat(page.widgets().subList(2, 4))
                .extracting(place -> place.unavailable().orElseThrow())
                .containsExactly("database_unavailable", "database_unavailable");
    }

    private static HomePage.Place balance(HomePage page) {
        return page.widgets().stream()
                .filter(place -> place.widget() == WidgetName.BALANCE)
                .findAny()
                .orElseThrow();
    }

    private void arrange(Version expected, Placement... placements) {
        arrange.handle(new ArrangeHome.Command(ann, expected, List.of(placements)));
    }

    private List<WidgetName> widgets() {
        return show.of(ann).value().widgets().stream()
                .map(HomePage.Place::widget)
                .toList();
    }

    private static Widget widget(WidgetName name, Function<HomeMoment, Widget.Loaded> loader) {
        return new Widget.Kept() {
            @Override
            public WidgetName name() {
                return name;
            }

            @Override
            public Loaded load(HomeMoment moment) {
                return loader.apply(moment);
            }
        };
    }

    private Widget live(Function<HomeMoment, LiveContent> loader) {
        return new Widget.Live() {
            @Override
            public WidgetName name() {
                return WidgetName.BALANCE;
            }

            @Override
            public LiveContent load(HomeMoment moment) {
                return loader.apply(moment);
            }

            @Override
            public boolean hasContent(HomeMoment moment) {
                return books;
            }

            @Override
            public LiveContent none() {
                return new BalanceContent(List.of());
            }
        };
    }
}
