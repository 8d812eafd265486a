package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.AnnotateTransaction.File;
import dev.mainstay.application.text.Typed;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file; the file itself is kept elsewhere.
 *
 * @param name one line, at most 200 characters
 * @param mediaType in lower case, such as application/pdf
 * @param size in bytes
 * @param sha256 of the bytes, 64 hexadecimal digits in lower case
 */
@Serdeable
@Schema(
        name = "NewAttachment",
        requiredProperties = {"name", "mediaType", "size", "sha256"},
        example = """
                {"name":"receipt.pdf","mediaType":"application/pdf","size":48213,\
                "sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}""")
record NewAttachmentJson(
        @Nullable String name,
        @Nullable String mediaType,
        @Nullable Long size,
        @Nullable String sha256) {

    File toFile() {
        return new File(
                Typed.line(Fields.required("name", name)),
                Fields.required("mediaType", mediaType),
                Fields.required("size", size),
                Fields.required("sha256", sha256));
    }
}
