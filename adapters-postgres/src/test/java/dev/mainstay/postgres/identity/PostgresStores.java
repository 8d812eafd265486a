package dev.mainstay.postgres.identity;

import dev.mainstay.application.identity.IdentityStores;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Identity's stores on one database, emptied for each test. */
final class PostgresStores {

    private static final DataSource POOL = TestPostgres.freshDatabase();

    private PostgresStores() {}

    static IdentityStores empty() {
        Jdbi.create(POOL)
                .useHandle(
                        handle -> handle.execute(
                                "DELETE FROM identity.account; DELETE FROM identity.code_request; DELETE FROM identity.login_failure"));
        return on(new Database(POOL));
    }

    static boolean somebodyWaitsForALock() {
        return Jdbi.create(POOL)
                .withHandle(handle -> handle.createQuery(
                                "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')")
                        .mapTo(Boolean.class)
                        .one());
    }

    static IdentityStores on(Database database) {
        return new IdentityStores(
                database,
                new PostgresAccounts(database),
                new PostgresProfiles(database),
                new PostgresSessions(database),
                new PostgresRefreshTokens(database),
                new PostgresOneTimeCodes(database),
                new PostgresLetters(database),
                new PostgresLoginFailures(database),
                new PostgresReferralCodes(database),
                new PostgresSessionReader(database),
                new PostgresUserReader(database));
    }
}
