package dev.mainstay.http.identity;

import dev.mainstay.application.identity.PendingCodes;
import dev.mainstay.domain.identity.LetterKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * One-time codes that are out.
 *
 * @param codes what they are for and until when; never the codes
 */
@Serdeable
@Schema(requiredProperties = "codes", example = """
                {"codes":[{"kind":"RESET_PASSWORD","until":"2026-03-01T10:15:00Z","attemptsLeft":5}]}""")
record PendingCodesJson(List<PendingCodeJson> codes) {

    static PendingCodesJson from(PendingCodes pending) {
        return new PendingCodesJson(pending.codes().stream()
                .map(code -> new PendingCodeJson(code.kind(), code.until(), code.attemptsLeft()))
                .toList());
    }

    /**
     * One code.
     *
     * @param kind what it is for
     * @param until when it expires
     * @param attemptsLeft how many wrong ones it still survives
     */
    @Serdeable
    @Schema(requiredProperties = {"kind", "until", "attemptsLeft"})
    record PendingCodeJson(LetterKind kind, Instant until, int attemptsLeft) {}
}
