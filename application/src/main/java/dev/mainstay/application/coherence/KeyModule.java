package dev.mainstay.application.coherence;

import java.util.Locale;

/** The closed list of first segments of keys (G18). */
public enum KeyModule {
    SESSION,
    AUTH,
    CACHE,
    PLANNER,
    FINANCE,
    WIDGETS,
    CIRCLES,
    MESSAGES,
    PRESENCE,
    DRAFTS,
    SEARCH,
    JOURNAL,
    NOTIFICATIONS,
    QUEUE,
    LOCK,
    ANALYTICS,
    DASHBOARD,
    ATTENDANCE,
    FEES,
    RATE,
    VIEWS;

    String segment() {
        return name().toLowerCase(Locale.ROOT);
    }
}
