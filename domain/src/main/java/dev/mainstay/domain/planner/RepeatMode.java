package dev.mainstay.domain.planner;

/** What the next occurrence is counted from. */
public enum RepeatMode {
    /** From the time of the occurrence that is done, as in a calendar. */
    FIXED,
    /** From the day on which it is done, as with watering plants. */
    AFTER_COMPLETION
}
