package dev.mainstay.redis.coherence;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Names of one reader's lease or one writer's fence: unique, not secret. */
final class Tokens {

    private static final HexFormat HEX = HexFormat.of();

    private Tokens() {}

    /** 128 bits, in lowercase hex. */
    static String next() {
        var random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }
}
