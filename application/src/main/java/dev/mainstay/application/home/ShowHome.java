package dev.mainstay.application.home;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.planner.DueDay;
import dev.mainstay.domain.home.HomeLayout.Placement;
import dev.mainstay.domain.home.WidgetName;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the home page (W1). A widget that fails leaves its place unavailable, and such a page is not kept. */
public final class ShowHome {

    private static final Logger log = LoggerFactory.getLogger(ShowHome.class);

    private final ViewCache views;
    private final HomeLayouts layouts;
    private final UserZones zones;
    private final Map<WidgetName, Widget> widgets;
    private final InstantSource clock;

    /** @param widgets of the features that are switched on; two of one name are a mistake */
    public ShowHome(
            ViewCache views,
            HomeLayouts layouts,
            UserZones zones,
            Collection<? extends Widget> widgets,
            InstantSource clock) {
        this.views = views;
        this.layouts = layouts;
        this.zones = zones;
        this.widgets = widgets.stream().collect(Collectors.toMap(Widget::name, Function.identity()));
        this.clock = clock;
    }

    public Cached<Home> of(UserId user) {
        return views.read(HomeViews.HOME, user, this::load);
    }

    private Home load(UserId user) {
        var now = clock.instant();
        var moment = new HomeMoment(user, now, zones.of(user));
        var day = new DueDay(now, moment.zone());
        var slots = new ArrayList<Slot>();
        Instant goodUntil = day.end();
        for (Widget widget : shown(user)) {
            try {
                var loaded = widget.load(moment);
                slots.add(Slot.ready(widget.name(), loaded.content()));
                goodUntil = earlier(goodUntil, loaded.goodUntil());
            } catch (RuntimeException failure) {
                slots.add(Slot.unavailable(widget.name(), code(widget, failure)));
                goodUntil = now;
            }
        }
        return new Home(moment.zone(), day.today(), slots, earlier(goodUntil, day.end()));
    }

    private List<Widget> shown(UserId user) {
        return layouts.of(user).placements().stream()
                .filter(placement -> !placement.hidden())
                .map(Placement::widget)
                .filter(widgets::containsKey)
                .map(widgets::get)
                .toList();
    }

    private static String code(Widget widget, RuntimeException failure) {
        log.warn("widget_failed widget={}", widget.name(), failure);
        return failure instanceof Refusal refusal ? refusal.code() : "widget_failed";
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
