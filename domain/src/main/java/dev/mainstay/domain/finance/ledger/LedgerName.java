package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.text.PlainText;
import java.util.Locale;

/** What an account, category or payee is called: one line of 1 to {@value #LONGEST} code points. */
public record LedgerName(String value) {

    public static final int LONGEST = 120;

    public LedgerName {
        PlainText.requireLine("name", value, LONGEST);
    }

    /** As names are compared: two names of one key are the same name. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
