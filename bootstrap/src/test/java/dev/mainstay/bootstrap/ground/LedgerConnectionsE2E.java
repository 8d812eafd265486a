package dev.mainstay.bootstrap.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.BesideOthers;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The connections that the trust in the cache hangs on. */
@BesideOthers
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
    void an_instance_without_redis_has_one_and_stops_the_hits_of_those_beside_it() {
        try (var cached = MainstayServer.start(
                Map.of("REDIS_URL", TestServers.redis().url().text()))) {
            var ann = cached.newUser().api();
            ann.get("/api/v1/me").expect(200);
            try (var plain = MainstayServer.start(Map.of("DATABASE_URL", cached.databaseUrl()))) {
                var elsewhere = new Api(plain.uri(), ann.headers());
                for (int write = 0; write < 5; write++) {
                    var me = elsewhere.get("/api/v1/me").expect(200);
                    elsewhere
                            .ifMatch(me.etag())
                            .patch("/api/v1/me", Map.of("bio", "bio " + write))
                            .expect(200);

                    var seen = ann.get("/api/v1/me").expect(200);
                    assertThat(seen.text("bio")).isEqualTo("bio " + write);
                    assertThat(seen.header("Cache-Status")).contains("mainstay; fwd=bypass; detail=distrust");
                }
                var pool = (HikariDataSource) plain.bean(LedgerPool.class).connections();
                assertThat(pool.getMaximumPoolSize()).isOne();
            }
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
