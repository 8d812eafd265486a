package dev.mainstay.http.planner;

import dev.mainstay.application.planner.FocusNow;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the user is focusing on now.
 *
 * @param session the session that has not ended; absent if there is none
 */
@Serdeable
@Schema(name = "FocusNow", example = "{}")
public record FocusNowJson(@Nullable FocusJson session) {

    public static FocusNowJson from(FocusNow now) {
        return new FocusNowJson(now.session().map(FocusJson::from).orElse(null));
    }
}
