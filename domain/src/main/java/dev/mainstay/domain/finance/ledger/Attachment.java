package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.text.PlainText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * What is known of a file that belongs to a transaction, such as a receipt; the file itself lies elsewhere.
 *
 * @param name one line of 1 to {@value #LONGEST_NAME} code points
 * @param mediaType such as {@code application/pdf}
 * @param size in bytes, to {@value #LARGEST}
 * @param sha256 of the bytes, 64 hexadecimal digits in lower case
 */
public record Attachment(
        AttachmentId id,
        TransactionId transaction,
        UserId owner,
        String name,
        String mediaType,
        long size,
        String sha256,
        Instant createdAt) {

    /** Of one transaction. */
    public static final int MOST = 20;

    public static final int LONGEST_NAME = 200;
    public static final long LARGEST = 1L << 40;

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public Attachment {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        PlainText.requireLine("name", name, LONGEST_NAME);
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new Invalid("mediaType", "malformed", "must be a media type such as application/pdf");
        }
        if (size < 0 || size > LARGEST) {
            throw new Invalid("size", "out_of_range", "must be 0 to " + LARGEST + " bytes");
        }
        if (!SHA_256.matcher(sha256).matches()) {
            throw new Invalid("sha256", "malformed", "must be 64 hexadecimal digits in lower case");
        }
    }
}
