package dev.mainstay.domain.planner;

/** How much a task matters, from the least on. */
public enum Priority {
    NONE(0),
    LOW(9),
    MEDIUM(5),
    HIGH(1);

    private final int calendarValue;

    Priority(int calendarValue) {
        this.calendarValue = calendarValue;
    }

    /** The value of RFC 5545, section 3.8.1.9, where 1 is the highest and 0 says nothing. */
    public int calendarValue() {
        return calendarValue;
    }

    /** Reads a value of RFC 5545; what is not 1 to 9 says nothing. */
    public static Priority ofCalendarValue(int value) {
        if (value < 1 || value > 9) {
            return NONE;
        }
        return value < 5 ? HIGH : value == 5 ? MEDIUM : LOW;
    }
}
