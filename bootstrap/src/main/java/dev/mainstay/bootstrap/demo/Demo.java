package dev.mainstay.bootstrap.demo;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.embedded.Home;
import dev.mainstay.postgres.sql.Database;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an empty database once; a database that anybody uses already is left alone. */
public final class Demo {

    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Database database;
    private final Writes writes;
    private final DemoPeople people;
    private final Optional<DemoPlanner> planner;
    private final Optional<DemoBooks> books;
    private final InstantSource clock;

    Demo(
            Database database,
            Writes writes,
            DemoPeople people,
            Optional<DemoPlanner> planner,
            Optional<DemoBooks> books,
            InstantSource clock) {
        this.database = database;
        this.writes = writes;
        this.people = people;
        this.planner = planner;
        this.books = books;
        this.clock = clock;
    }

    /** How to log in. */
    public record Login(String email, String password) {}

    /**
     * Makes the people and their weeks, unless there is anybody.
     *
     * @param home keeps the passwords
     * @return the demo user's and the administrator's login; empty where others use the database
     */
    public Optional<Logins> fill(Home home) {
        var logins = new Logins(
                new Login("demo@example.com", home.text("demo-password", 12)),
                new Login("admin@example.com", home.text("admin-password", 12)));
        if (people.know(logins.user().email())) {
            return Optional.of(logins);
        }
        if (isInUse()) {
            return Optional.empty();
        }
        // All of it at once: no job may see a session of weeks ago running, and a start that is killed leaves nothing
        // half made.
        writes.perform(events -> makeAll(logins));
        log.info("demo_data_made");
        return Optional.of(logins);
    }

    private void makeAll(Logins logins) {
        var user = people.add(logins.user(), "Robin Demo", ZONE);
        people.addAdministrator(logins.administrator(), "Alex Admin", ZONE);
        var now = clock.instant();
        planner.ifPresent(weeks -> weeks.live(user, ZONE, now));
        books.ifPresent(months -> months.live(user, LocalDate.ofInstant(now, ZONE)));
    }

    private boolean isInUse() {
        return database.read(handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM identity.account)")
                .mapTo(Boolean.class)
                .one());
    }

    /** Whom one can log in as. */
    public record Logins(Login user, Login administrator) {}
}
