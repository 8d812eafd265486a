package dev.mainstay.http.operating;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How often reads went past the cache for one reason.
 *
 * @param reason as it stands in Cache-Status
 * @param count how often
 */
@Serdeable
@Schema(
        requiredProperties = {"reason", "count"},
        example = """
                {"reason":"fenced","count":3}""")
record BypassesJson(String reason, long count) {}
