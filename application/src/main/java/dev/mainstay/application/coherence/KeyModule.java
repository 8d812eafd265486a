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

    /** G9: never for authentication, roles, money or marks. */
    boolean mayBeStale() {
        return switch (this) {
            case SESSION, AUTH, FINANCE, FEES -> false;
            default -> true;
        };
    }

    String segment() {
        return name().toLowerCase(Locale.ROOT);
    }
}
