package dev.mainstay.http.live;

/** A token bucket: as many messages at once as in a minute, filled up evenly. */
final class MessageBudget {

    private static final double NANOS_PER_MINUTE = 60e9;

    private final int perMinute;
    private double left;
    private long lastNanos;
    private boolean begun;

    MessageBudget(int perMinute) {
        this.perMinute = perMinute;
        this.left = perMinute;
    }

    /** Takes one, if there is one. */
    synchronized boolean take(long nowNanos) {
        if (begun) {
            left = Math.min(perMinute, left + (nowNanos - lastNanos) / NANOS_PER_MINUTE * perMinute);
        }
        begun = true;
        lastNanos = nowNanos;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
