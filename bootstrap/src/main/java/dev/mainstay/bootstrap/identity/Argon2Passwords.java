package dev.mainstay.bootstrap.identity;

import dev.mainstay.application.identity.Passwords;
import dev.mainstay.application.time.Randomness;
import dev.mainstay.domain.identity.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords by argon2id (RFC 9106), in Bouncy Castle's implementation. Each takes {@link Cost#memory()} of memory and a processor for some
 * tens of milliseconds, so only a few run at once, a bounded number waits for a bounded time, and the rest is sent away.
 */
final class Argon2Passwords implements Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Cost cost;
    private final Randomness randomness;
    private final Turnstile turnstile;
    /** What a password is compared with where there is no account: as dear as any, and nobody's. */
    private final PasswordHash decoy;

    Argon2Passwords(Cost cost, Randomness randomness, Turnstile turnstile) {
        this.cost = cost;
        this.randomness = randomness;
        this.turnstile = turnstile;
        this.decoy = Phc.of(cost, salt(), randomness.bytes(HASH_BYTES)).stored();
    }

    @Override
    public PasswordHash hash(String password) {
        byte[] salt = salt();
        byte[] hash = turnstile.pass(() -> argon2(password, salt, cost, HASH_BYTES));
        return Phc.of(cost, salt, hash).stored();
    }

    @Override
    public boolean matches(String password, Optional<PasswordHash> stored) {
        Phc phc = Phc.parse(stored.orElse(decoy));
        byte[] hash = turnstile.pass(() -> argon2(password, phc.saltBytes(), phc.cost(), phc.hashBytes().length));
        return MessageDigest.isEqual(hash, phc.hashBytes()) && stored.isPresent();
    }

    @Override
    public boolean outdated(PasswordHash stored) {
        return !Phc.parse(stored).cost().equals(cost);
    }

    private byte[] salt() {
        return randomness.bytes(SALT_BYTES);
    }

    private static byte[] argon2(String password, byte[] salt, Cost cost, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    /**
     * How dear a guess is.
     *
     * @param memory in KiB
     */
    record Cost(int memory, int iterations, int lanes) {
        /** OWASP's recommendation: 19 MiB, two passes, one lane. */
        static final Cost DEFAULT = new Cost(19 * 1024, 2, 1);
    }

    /**
     * A hash with its parameters as one line (PHC string format).
     *
     * @param salt in Base64 without padding
     * @param hash in Base64 without padding
     */
    private record Phc(Cost cost, String salt, String hash) {

        private static final Pattern FORM = Pattern.compile(
                "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([\\w+/]+)\\$([\\w+/]+)");

        static Phc of(Cost cost, byte[] salt, byte[] hash) {
            var encoder = Base64.getEncoder().withoutPadding();
            return new Phc(cost, encoder.encodeToString(salt), encoder.encodeToString(hash));
        }

        static Phc parse(PasswordHash stored) {
            var matcher = FORM.matcher(stored.phc());
            if (!matcher.matches()) {
                throw new IllegalStateException("a stored password hash is not argon2id of version 19 in PHC form");
            }
            var cost = new Cost(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
            return new Phc(cost, matcher.group(4), matcher.group(5));
        }

        byte[] saltBytes() {
            return Base64.getDecoder().decode(salt);
        }

        byte[] hashBytes() {
            return Base64.getDecoder().decode(hash);
        }

        PasswordHash stored() {
            return new PasswordHash("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                    .formatted(cost.memory(), cost.iterations(), cost.lanes(), salt, hash));
        }
    }
}
