package dev.mainstay.domain.identity;

/** How the user wants the application to look. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
}
