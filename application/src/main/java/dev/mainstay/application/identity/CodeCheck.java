package dev.mainstay.application.identity;

import dev.mainstay.application.time.Randomness;
import dev.mainstay.application.writing.Events;
import dev.mainstay.domain.identity.CodeIssued;
import dev.mainstay.domain.identity.CodeTried;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Makes one-time codes and checks them: 40 random bits, five tries, one use, stored as a keyed hash (U6). */
public final class CodeCheck {

    /** Crockford's alphabet: no letter that looks like a digit. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;

    private final OneTimeCodes codes;
    private final ServerKey key;
    private final Randomness randomness;
    private final InstantSource clock;

    public CodeCheck(OneTimeCodes codes, ServerKey key, Randomness randomness, InstantSource clock) {
        this.codes = codes;
        this.key = key;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Issues a new code in place of the last one. @return the code, to be put into a letter and nowhere else */
    String issue(UserId user, LetterKind kind, Duration life, Events events) {
        var code = new StringBuilder(LENGTH);
        for (byte random : randomness.bytes(LENGTH)) {
            code.append(ALPHABET.charAt(random & 31));
        }
        codes.issue(
                user, kind, hash(user, kind, code.toString()), clock.instant().plus(life));
        events.raise(new CodeIssued(user, kind));
        return code.toString();
    }

    /**
     * Whether this is the user's code. Right or wrong, an attempt is used up, so the transaction must be committed either way.
     *
     * @param typed in any case, with or without spaces and hyphens
     */
    boolean accepts(UserId user, LetterKind kind, String typed, Events events) {
        Instant now = clock.instant();
        var stored = codes.attempt(user, kind, now);
        if (stored.isEmpty()) {
            return false;
        }
        events.raise(new CodeTried(user, kind));
        if (!MessageDigest.isEqual(stored.get(), hash(user, kind, normal(typed)))) {
            return false;
        }
        codes.consume(user, kind, now);
        return true;
    }

    private byte[] hash(UserId user, LetterKind kind, String code) {
        return key.hash("one-time code", user.value() + " " + kind + " " + code);
    }

    private static String normal(String typed) {
        String shortened = typed.length() > 40 ? typed.substring(0, 40) : typed;
        return shortened
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    static Invalid refusal() {
        return new Invalid("code", "code_invalid", "is wrong, used up or too old; ask for a new one");
    }
}
