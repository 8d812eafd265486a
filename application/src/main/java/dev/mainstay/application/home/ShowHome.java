package dev.mainstay.application.home;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.Glimpse;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.home.HomePage.Place;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.planner.DueDay;
import dev.mainstay.application.reading.Reads;
import dev.mainstay.domain.home.HomeLayout;
import dev.mainstay.domain.home.HomeLayout.Placement;
import dev.mainstay.domain.home.WidgetName;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Refusal;
import dev.mainstay.domain.refusal.Unavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the home page (W1): the cached page, and beside it the live widgets, read from the facts each time. A widget that fails leaves
 * its place unavailable, and a page that misses a widget is not kept.
 */
public final class ShowHome {

    private static final Logger log = LoggerFactory.getLogger(ShowHome.class);

    private final ViewCache views;
    private final Reads reads;
    private final HomeLayouts layouts;
    private final UserZones zones;
    private final Map<WidgetName, Widget> widgets;
    private final InstantSource clock;

    /** @param widgets of the features that are switched on; two of one name are a mistake */
    public ShowHome(
            ViewCache views,
            Reads reads,
            HomeLayouts layouts,
            UserZones zones,
            Collection<? extends Widget> widgets,
            InstantSource clock) {
        this.views = views;
        this.reads = reads;
        this.layouts = layouts;
        this.zones = zones;
        this.widgets = widgets.stream().collect(Collectors.toMap(Widget::name, Function.identity()));
        this.clock = clock;
    }

    public Cached<HomePage> of(UserId user) {
        var kept = views.read(HomeViews.HOME, user, this::loadTogether);
        boolean databaseAway = kept.outcome() == Outcome.STALE;
        return kept.map(home -> page(user, home, databaseAway));
    }

    /** As {@link #of}, if the cache has it, and without keeping the thread waiting: what is cached of the page. */
    public CompletionStage<Optional<Glimpse<Home>>> glance(UserId user) {
        return views.glance(HomeViews.HOME, user, this::loadTogether);
    }

    /** The page that is shown as long as this one is cached; empty if some widget on it is read each time. */
    public Optional<HomePage> lasting(Home home) {
        boolean lasts = home.widgets().stream()
                .allMatch(slot -> slot.idle()
                        ? widgets.get(slot.widget()) instanceof Widget.Live
                        : slot.content().isPresent());
        return lasts
                ? Optional.of(new HomePage(
                        home.zone(),
                        home.today(),
                        home.widgets().stream().map(this::lasting).toList()))
                : Optional.empty();
    }

    private Place lasting(Slot slot) {
        return slot.content().isEmpty() && widgets.get(slot.widget()) instanceof Widget.Live live
                ? Place.ready(slot.widget(), live.none())
                : Place.ready(slot.widget(), slot.content().orElseThrow());
    }

    private HomePage page(UserId user, Home home, boolean databaseAway) {
        var moment = new HomeMoment(user, clock.instant(), home.zone());
        return new HomePage(
                home.zone(),
                home.today(),
                home.widgets().stream()
                        .map(slot -> place(slot, moment, databaseAway))
                        .toList());
    }

    private Place place(Slot slot, HomeMoment moment, boolean databaseAway) {
        var name = slot.widget();
        if (slot.unavailable().isPresent()) {
            return Place.unavailable(name, slot.unavailable().get());
        }
        if (slot.content().isPresent()) {
            var content = slot.content().get();
            return databaseAway && !content.mayBeStale() ? away(name) : Place.ready(name, content);
        }
        // Who has just found the database away does not wait for it again.
        return databaseAway ? away(name) : live(slot, moment);
    }

    /** A page cached by a release, or an instance, that has more features than this one may name a widget that is not here. */
    private Place live(Slot slot, HomeMoment moment) {
        var name = slot.widget();
        if (!(widgets.get(name) instanceof Widget.Live widget)) {
            return Place.unavailable(name, "widget_failed");
        }
        try {
            return Place.ready(name, slot.idle() ? widget.none() : widget.load(moment));
        } catch (RuntimeException failure) {
            return Place.unavailable(name, code(name, failure));
        }
    }

    private static Place away(WidgetName name) {
        return Place.unavailable(name, Unavailable.databaseAway().code());
    }

    private Home loadTogether(UserId user) {
        return reads.together(several -> load(user, several));
    }

    private Home load(UserId user, Reads.Several several) {
        var layout = several.begin(() -> layouts.of(user));
        var moment = new HomeMoment(user, clock.instant(), zones.of(user));
        var found =
                shown(layout.get()).stream().map(widget -> several.begin(() -> look(widget, moment))).toList().stream()
                        .map(Supplier::get)
                        .toList();
        var day = new DueDay(moment.now(), moment.zone());
        return new Home(
                moment.zone(),
                day.today(),
                found.stream().map(Found::slot).toList(),
                found.stream().map(Found::goodUntil).reduce(day.end(), ShowHome::earlier));
    }

    private record Found(Slot slot, Instant goodUntil) {}

    private static Found look(Widget widget, HomeMoment moment) {
        return switch (widget) {
            case Widget.Live live ->
                new Found(isIdle(live, moment) ? Slot.idle(live.name()) : Slot.live(live.name()), Instant.MAX);
            case Widget.Kept kept -> {
                try {
                    var loaded = kept.load(moment);
                    yield new Found(Slot.ready(kept.name(), loaded.content()), loaded.goodUntil());
                } catch (RuntimeException failure) {
                    yield new Found(Slot.unavailable(kept.name(), code(kept.name(), failure)), moment.now());
                }
            }
        };
    }

    /** Whoever cannot say so now is asked for its content each time. */
    private static boolean isIdle(Widget.Live live, HomeMoment moment) {
        try {
            return !live.hasContent(moment);
        } catch (RuntimeException failure) {
            log.debug("widget_unknown widget={}", live.name(), failure);
            return false;
        }
    }

    private List<Widget> shown(HomeLayout layout) {
        return layout.placements().stream()
                .filter(placement -> !placement.hidden())
                .map(Placement::widget)
                .filter(widgets::containsKey)
                .map(widgets::get)
                .toList();
    }

    private static String code(WidgetName widget, RuntimeException failure) {
        log.warn("widget_failed widget={}", widget, failure);
        return failure instanceof Refusal refusal ? refusal.code() : "widget_failed";
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
