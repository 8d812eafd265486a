package dev.mainstay.redis.coherence;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Names of one reader's lease, one writer's fence or one incarnation: unique, not secret. */
final class Tokens {

    private static final HexFormat HEX = HexFormat.of();

    private Tokens() {}

    /** 64 bits, in lowercase hex: one among few. */
    static String half() {
        return HEX.toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** 128 bits, in lowercase hex. */
    static String next() {
        var random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }
}
