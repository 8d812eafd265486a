package dev.mainstay.postgres.sql;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date; several instances that start at once take turns (Flyway's advisory lock). */
public final class Migrations {

    private Migrations() {}

    /** Runs all migrations that have not run, each feature's from its own folder under {@code db/migration}. */
    public static void run(DataSource pool) {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                .defaultSchema("mainstay")
                .validateMigrationNaming(true)
                // Each feature counts in a hundred of its own, so that what is new in one comes before what others had
                // long ago.
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
