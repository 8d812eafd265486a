package dev.mainstay.application.identity;

import dev.mainstay.application.identity.OwnedData.Section;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.DataExported;
import dev.mainstay.domain.identity.UserId;
import java.util.HashSet;
import java.util.List;

/** Hands a user everything that is theirs, from every feature, row by row (U13). Each section is as of the moment it is read. */
public final class ExportOwnedData {

    private final Writes writes;
    private final List<Section> sections;

    public ExportOwnedData(Writes writes, List<OwnedData> features) {
        this.writes = writes;
        this.sections =
                features.stream().flatMap(each -> each.sections().stream()).toList();
        var names = new HashSet<String>();
        for (Section section : sections) {
            if (!names.add(section.name())) {
                throw new IllegalArgumentException("two sections of the export are named " + section.name());
            }
        }
    }

    /** Streams the export of one user to the sink, on the calling thread. */
    public void handle(UserId user, Sink sink) {
        writes.perform(events -> events.raise(new DataExported(user)));
        for (Section section : sections) {
            sink.section(section.name());
            section.rows().forEach(user, sink::row);
        }
    }

    /** Takes the export as it comes. */
    public interface Sink {
        /** A section begins; the rows that follow are its own. */
        void section(String name);

        /** One row: a plain record, readable as JSON. */
        void row(Object row);
    }
}
