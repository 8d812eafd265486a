package dev.mainstay.http.planner.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mainstay.domain.refusal.Invalid;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** UIDs of items that have none: made of what they say, so that the same file again means the same tasks. */
final class Uids {

    private static final int LONGEST = 1000;

    private Uids() {}

    static String made(String format, String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            return format + '-' + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static String check(String uid) {
        boolean unfit = uid.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        if (unfit || uid.length() > LONGEST) {
            throw new Invalid(
                    "UID", "unfit_uid", "must be at most " + LONGEST + " characters without control characters");
        }
        return uid;
    }
}
