package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.text.PlainText;
import java.util.List;

/** The tags of a transaction, each once, in the order given; at most {@value #MOST} lines of 1 to {@value #LONGEST} code points. */
public record Tags(List<String> values) {

    public static final int MOST = 20;
    public static final int LONGEST = 40;
    public static final Tags NONE = new Tags(List.of());

    public Tags {
        values = values.stream().distinct().toList();
        if (values.size() > MOST) {
            throw new Invalid("tags", "too_many", "must be at most " + MOST + ", were " + values.size());
        }
        for (int i = 0; i < values.size(); i++) {
            PlainText.requireLine("tags[" + i + ']', values.get(i), LONGEST);
        }
    }

    public static Tags of(String... tags) {
        return new Tags(List.of(tags));
    }
}
