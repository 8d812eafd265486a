package dev.mainstay.application.time;

import java.util.Random;

/** Randomness that comes out the same in every run. For tests alone. */
public final class SeededRandomness implements Randomness {

    private final Random random;

    public SeededRandomness(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
