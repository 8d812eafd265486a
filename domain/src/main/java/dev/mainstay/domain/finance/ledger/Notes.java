package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.text.PlainText;

/** What the owner notes about a transaction: text of at most {@value #LONGEST} code points; may be empty. */
public record Notes(String value) {

    public static final int LONGEST = 5_000;
    public static final Notes NONE = new Notes("");

    public Notes {
        PlainText.requireText("notes", value, LONGEST);
    }
}
