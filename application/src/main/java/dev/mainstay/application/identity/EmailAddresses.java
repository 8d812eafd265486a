package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.refusal.Invalid;
import java.text.Normalizer;
import java.util.Locale;

/** Reads e-mail addresses as people write them. */
final class EmailAddresses {

    private EmailAddresses() {}

    /**
     * The normal form of what was typed: NFKC, without space around it, lowercase.
     *
     * @throws Invalid if it is no e-mail address
     */
    static EmailAddress parse(String typed) {
        if (typed.length() > 2 * EmailAddress.MAX_LENGTH) {
            throw new Invalid("email", "malformed", "must be an e-mail address of at most 254 characters");
        }
        String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return new EmailAddress(folded.toLowerCase(Locale.ROOT));
    }
}
