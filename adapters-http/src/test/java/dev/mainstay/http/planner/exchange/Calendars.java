package dev.mainstay.http.planner.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.planner.ImportCandidate;
import dev.mainstay.application.planner.ImportCandidate.Unusable;
import dev.mainstay.application.planner.ImportCandidate.Usable;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.List;

/** Calendar files as texts with line feeds, and what a reader in Berlin makes of them. */
final class Calendars {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Calendars() {}

    /** The only task of a calendar, with those properties. */
    static Usable one(String properties) {
        var items = read(vtodo(properties));
        assertThat(items).hasSize(1).first().isInstanceOf(Usable.class);
        return (Usable) items.getFirst();
    }

    static Unusable skipped(String file) {
        return (Unusable) read(file).getFirst();
    }

    static String vtodo(String properties) {
        return "BEGIN:VCALENDAR\nBEGIN:VTODO\n" + properties.strip() + "\nEND:VTODO\nEND:VCALENDAR\n";
    }

    static List<ImportCandidate> read(String file) {
        return CalendarReader.read(new StringReader(file.replace("\n", "\r\n")), BERLIN, 1000);
    }
}
