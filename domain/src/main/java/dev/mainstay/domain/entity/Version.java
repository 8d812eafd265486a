package dev.mainstay.domain.entity;

/**
 * How often a thing has been stored: 1 when it is new, one more with each change. It guards against lost updates and is the
 * ETag that clients see.
 */
public record Version(long number) {

    public static final Version FIRST = new Version(1);

    public Version {
        if (number < 1) {
            throw new IllegalArgumentException("a version starts at 1, not " + number);
        }
    }

    public Version next() {
        return new Version(number + 1);
    }
}
