package dev.mainstay.bootstrap.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import io.micronaut.context.exceptions.NoSuchBeanException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The connections that the trust in the cache hangs on. */
class LedgerConnectionsE2E {

    @Test
    void the_ledger_answers_while_the_facts_have_no_connection_left() throws SQLException {
        try (var server = MainstayServer.start(
                Map.of("REDIS_URL", TestServers.redis().url().text(), "DATABASE_POOL_SIZE", "2"))) {
            var facts = server.bean(HikariDataSource.class);
            var ledger = server.bean(CoherenceLedger.class);

            try (var one = facts.getConnection();
                    var two = facts.getConnection()) {
                assertThatThrownBy(facts::getConnection).isInstanceOf(SQLException.class);
                assertThat(ledger.standing().deployment())
                        .isEqualTo(ledger.standing().deployment());
                assertThat(one).isNotSameAs(two);
            }
        }
    }

    @Test
    void whatever_takes_long_on_them_is_ended_by_the_server() throws SQLException {
        try (var server = MainstayServer.start(
                        Map.of("REDIS_URL", TestServers.redis().url().text()));
                var connection = server.bean(LedgerPool.class).connections().getConnection()) {
            assertThat(setting(connection, "statement_timeout")).isEqualTo("1s");
            assertThat(setting(connection, "idle_in_transaction_session_timeout"))
                    .isEqualTo("1s");
            assertThat(connection.getNetworkTimeout()).isEqualTo((int) TimeUnit.SECONDS.toMillis(2));
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT current_setting(?)")) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Test
    void without_redis_there_are_none() {
        try (var server = MainstayServer.withoutRedis()) {
            assertThatThrownBy(() -> server.bean(CoherenceLedger.class)).isInstanceOf(NoSuchBeanException.class);
        }
    }

    @Test
    void they_are_closed_with_the_server() throws SQLException {
        LedgerPool ledger;
        try (var server = MainstayServer.start(
                Map.of("REDIS_URL", TestServers.redis().url().text()))) {
            ledger = server.bean(LedgerPool.class);
            try (var connection = ledger.connections().getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
        assertThatThrownBy(ledger.connections()::getConnection).hasMessageContaining("closed");
    }
}
