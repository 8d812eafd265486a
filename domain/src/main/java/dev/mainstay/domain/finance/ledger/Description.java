package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.text.PlainText;
import java.util.Locale;

/** What a transaction was about: one line of at most {@value #LONGEST} code points; may be empty. */
public record Description(String value) {

    public static final int LONGEST = 500;
    public static final Description NONE = new Description("");

    public Description {
        PlainText.lineFault("description", value, LONGEST).ifPresent(fault -> {
            throw new Invalid(fault.field(), fault.code(), fault.message());
        });
    }

    /** As it is searched. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
