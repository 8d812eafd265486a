package dev.mainstay.domain.identity;

import dev.mainstay.domain.refusal.Invalid;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address in its normal form, in which two ways of writing one mailbox are equal: NFKC, without space around it, lowercase.
 *
 * @param value 3 to {@value #MAX_LENGTH} characters with one {@code @} and a dotted domain
 */
public record EmailAddress(String value) {

    public static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_PART = 64;
    private static final Pattern FORM = Pattern.compile(
            "[^@\\s\\p{Cntrl}\\p{Cf}<>\"(),:;\\[\\]\\\\]+@[\\p{L}\\p{M}\\p{N}-]+(\\.[\\p{L}\\p{M}\\p{N}-]+)+");

    public EmailAddress {
        boolean wellFormed = value.length() <= MAX_LENGTH
                && value.indexOf('@') <= MAX_LOCAL_PART
                && value.equals(value.toLowerCase(Locale.ROOT))
                && FORM.matcher(value).matches();
        if (!wellFormed) {
            throw new Invalid(
                    "email",
                    "malformed",
                    "must be an e-mail address of at most 254 characters, such as ann@example.org");
        }
    }

    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
