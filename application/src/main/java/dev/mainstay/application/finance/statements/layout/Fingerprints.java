package dev.mainstay.application.finance.statements.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mainstay.application.finance.statements.layout.StatementRow.Usable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Tells the same booking in two files: by the bank's own id if it has one, else by day, amount, other party and text. Rows that are
 * equal in all that are numbered, so that two equal payments on one day stay two, whichever files they come in.
 */
final class Fingerprints {

    private final Map<String, Integer> seen = new HashMap<>();

    static List<StatementRow> given(List<StatementRow> rows) {
        var prints = new Fingerprints();
        return rows.stream()
                .map(row -> row instanceof Usable usable ? usable.known(prints.of(usable)) : row)
                .toList();
    }

    private String of(Usable row) {
        // One id may stand on several rows, such as a payment and its fee.
        String what = row.id().isEmpty()
                ? "row|" + row.day() + '|' + row.amount().minorUnits() + '|' + Words.plain(row.payee()) + '|'
                        + Words.plain(row.text())
                : "id|" + row.id() + '|' + row.amount().minorUnits();
        return sha256(what + '|' + seen.merge(what, 1, Integer::sum));
    }

    static String sha256(String value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
