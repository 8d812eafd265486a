package dev.mainstay.application.time;

/** Cryptographically strong randomness. */
@FunctionalInterface
public interface Randomness {
    /** {@code length} fresh random bytes. */
    byte[] bytes(int length);
}
