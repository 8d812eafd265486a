package dev.mainstay.bootstrap.ground;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * A pool with a gate before it: where so many wait for a connection that the last would wait in vain, it is told at once what it would be told in
 * the end. What has been let in is finished, and a server with more to do than it can recovers as soon as there is less.
 */
final class GatedPool extends HikariDataSource {

    /** For each connection: reads or writes of some milliseconds each, so a fraction of the two seconds that anybody waits. */
    static final int MOST_WAITING = 8;

    GatedPool(HikariConfig configuration) {
        super(configuration);
    }

    @Override
    public Connection getConnection() throws SQLException {
        int waiting = getHikariPoolMXBean().getThreadsAwaitingConnection();
        if (waiting >= MOST_WAITING * getMaximumPoolSize()) {
            throw new SQLTransientConnectionException(waiting + " wait for a connection already");
        }
        return super.getConnection();
    }
}
