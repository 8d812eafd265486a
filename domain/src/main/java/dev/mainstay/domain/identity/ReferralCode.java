package dev.mainstay.domain.identity;

import dev.mainstay.domain.refusal.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A code with which a user brings others in (U9).
 *
 * @param code lowercase letters and digits
 * @param maxUses how many may redeem it, 1 to {@value #MAX_USES}
 */
public record ReferralCode(String code, UserId owner, Instant createdAt, Instant expiresAt, int maxUses, int uses) {

    public static final int LENGTH = 8;
    /** Crockford's, lowercase: no letter that looks like a digit. */
    public static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    public static final int MAX_USES = 1000;
    public static final Duration LONGEST_LIFE = Duration.ofDays(365);

    /** A code as it was typed, in its normal form; empty if no code looks like that. */
    public static Optional<String> normal(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        String code = typed.strip().toLowerCase(Locale.ROOT);
        boolean possible = code.length() == LENGTH && code.chars().allMatch(each -> ALPHABET.indexOf(each) >= 0);
        return possible ? Optional.of(code) : Optional.empty();
    }

    public static ReferralCode create(String code, UserId owner, Instant now, Duration validFor, int maxUses) {
        if (maxUses < 1 || maxUses > MAX_USES) {
            throw new Invalid("maxUses", "out_of_range", "must be 1 to 1000, was " + maxUses);
        }
        if (!validFor.isPositive() || validFor.compareTo(LONGEST_LIFE) > 0) {
            throw new Invalid("expiresAt", "out_of_range", "must be in the future, and at most 365 days from now");
        }
        return new ReferralCode(code, owner, now, now.plus(validFor), maxUses, 0);
    }
}
