package dev.mainstay.domain.planner;

/** How much a task matters, from the least on. */
public enum Priority {
    NONE(0, 0),
    LOW(1, 9),
    MEDIUM(2, 5),
    HIGH(3, 1);

    private final int rank;
    private final int calendarValue;

    Priority(int rank, int calendarValue) {
        this.rank = rank;
        this.calendarValue = calendarValue;
    }

    /** From 0 to 3, the greater the more it matters; stored, so it never changes. */
    public int rank() {
        return rank;
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
