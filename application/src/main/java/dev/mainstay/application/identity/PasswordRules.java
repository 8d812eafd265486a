package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.refusal.Invalid;
import java.text.Normalizer;

/** What a password may be: {@value #SHORTEST} to {@value #LONGEST} characters, whatever they are; length is what counts. */
final class PasswordRules {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;

    private PasswordRules() {}

    /**
     * A new password in its normal form (NFC), in which it is hashed.
     *
     * @throws Invalid if it is too short, too long, blank, has control characters or is the address itself
     */
    static String choose(String field, String typed, EmailAddress email) {
        String password = normal(typed);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new Invalid(field, "length", "must have 10 to 128 characters, has " + length);
        }
        if (password.isBlank()) {
            throw new Invalid(field, "blank", "must not be spaces alone");
        }
        if (password.codePoints().anyMatch(PasswordRules::unspeakable)) {
            throw new Invalid(field, "characters", "must not contain control characters");
        }
        if (password.equalsIgnoreCase(email.value())) {
            throw new Invalid(field, "is_email", "must not be the e-mail address");
        }
        return password;
    }

    /** The form in which a typed password is compared; nothing longer than any password can be is hashed. */
    static String normal(String typed) {
        return typed.length() > 4 * LONGEST
                ? typed.substring(0, 4 * LONGEST)
                : Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    private static boolean unspeakable(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }
}
