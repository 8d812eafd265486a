package dev.mainstay.postgres.home;

import dev.mainstay.application.home.HomeLayouts;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.home.HomeLayout;
import dev.mainstay.domain.home.HomeLayout.Placement;
import dev.mainstay.domain.home.WidgetName;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Stale;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Layouts in {@code home.layout}; a name that a later release has dropped is passed over. */
public final class PostgresHomeLayouts implements HomeLayouts {

    private final Database database;

    public PostgresHomeLayouts(Database database) {
        this.database = database;
    }

    @Override
    public HomeLayout of(UserId owner) {
        return database.read(handle -> handle.createQuery("""
                        SELECT version, widgets, hidden FROM home.layout WHERE owner = :owner
                        """)
                .bind("owner", owner.value())
                .map((row, context) -> new HomeLayout(owner, new Version(row.getLong("version")), placements(row)))
                .findOne()
                .orElseGet(() -> HomeLayout.initial(owner)));
    }

    @Override
    public void replace(HomeLayout changed, Version expected) {
        int rows = database.write(
                handle -> expected.equals(Version.FIRST) ? insert(handle, changed) : update(handle, changed, expected));
        if (rows == 0) {
            throw new Stale("stale", "The layout was changed by another device; read it again.");
        }
    }

    private static int insert(Handle handle, HomeLayout layout) {
        return handle.createUpdate("""
                        INSERT INTO home.layout (owner, version, widgets, hidden)
                        VALUES (:owner, :version, :widgets, :hidden)
                        ON CONFLICT (owner) DO NOTHING
                        """)
                .bind("owner", layout.owner().value())
                .bind("version", layout.version().number())
                .bindArray("widgets", String.class, names(layout.placements().stream()))
                .bindArray(
                        "hidden",
                        String.class,
                        names(layout.placements().stream().filter(Placement::hidden)))
                .execute();
    }

    private static int update(Handle handle, HomeLayout layout, Version expected) {
        return handle.createUpdate("""
                        UPDATE home.layout
                        SET version = :version, widgets = :widgets, hidden = :hidden
                        WHERE owner = :owner AND version = :expected
                        """)
                .bind("owner", layout.owner().value())
                .bind("version", layout.version().number())
                .bind("expected", expected.number())
                .bindArray("widgets", String.class, names(layout.placements().stream()))
                .bindArray(
                        "hidden",
                        String.class,
                        names(layout.placements().stream().filter(Placement::hidden)))
                .execute();
    }

    private static List<String> names(Stream<Placement> placements) {
        return placements.map(placement -> placement.widget().name()).toList();
    }

    private static List<Placement> placements(ResultSet row) throws SQLException {
        var hidden = Set.of((String[]) row.getArray("hidden").getArray());
        return Arrays.stream((String[]) row.getArray("widgets").getArray())
                .filter(name -> Arrays.stream(WidgetName.values())
                        .anyMatch(widget -> widget.name().equals(name)))
                .map(name -> new Placement(WidgetName.valueOf(name), hidden.contains(name)))
                .toList();
    }
}
