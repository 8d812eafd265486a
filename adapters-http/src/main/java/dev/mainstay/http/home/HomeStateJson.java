package dev.mainstay.http.home;

import dev.mainstay.application.home.HomePage;
import dev.mainstay.http.home.HomeJson.WidgetJson;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;

/** The home page as a live state: {@code asOf} stands in the frame around it. */
@Serdeable
record HomeStateJson(String zone, LocalDate today, List<WidgetJson> widgets) {

    HomeStateJson {
        widgets = List.copyOf(widgets);
    }

    static HomeStateJson from(HomePage home) {
        return new HomeStateJson(
                home.zone().getId(),
                home.today(),
                home.widgets().stream().map(WidgetJson::from).toList());
    }
}
