package dev.mainstay.http.home;

import dev.mainstay.application.home.FocusContent;
import dev.mainstay.http.planner.FocusJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The present focus session and today's total.
 *
 * @param session absent if there is none
 * @param todaySeconds in finished sessions
 */
@Serdeable
@Schema(name = "FocusWidget", requiredProperties = "todaySeconds")
record FocusWidgetJson(@Nullable FocusJson session, long todaySeconds) {

    static FocusWidgetJson from(FocusContent content) {
        return new FocusWidgetJson(
                content.now().session().map(FocusJson::from).orElse(null),
                content.today().toSeconds());
    }
}
