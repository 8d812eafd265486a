package dev.mainstay.domain.home;

/** The widgets there are, in the order in which a new user sees them. */
public enum WidgetName {
    TASKS,
    FOCUS,
    ACHIEVEMENTS,
    BALANCE,
    MONTH,
    BUDGETS
}
