package dev.mainstay.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.domain.refusal.Unavailable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WatchedSocketsIT {

    private static final Duration PATIENCE = Duration.ofMillis(600);
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final WatchedSockets sockets = new WatchedSockets(PATIENCE.toString());

    @Test
    void a_read_of_a_server_that_says_nothing_ends() throws Exception {
        try (var server = new ServerSocket(0, 1, HERE);
                var socket = sockets.createSocket(HERE, server.getLocalPort())) {
            var answer = socket.getInputStream();
            long start = System.nanoTime();

            assertThatThrownBy(answer::read).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> answer.read(new byte[8])).isInstanceOf(SocketException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(PATIENCE);
            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void one_that_nobody_reads_stays_open_however_long() throws Exception {
        try (var server = new ServerSocket(0, 1, HERE);
                var socket = sockets.createSocket(HERE.getHostAddress(), server.getLocalPort(), HERE, 0);
                var accepted = server.accept()) {
            Thread.sleep(PATIENCE.multipliedBy(2));
            accepted.getOutputStream().write(7);

            assertThat(socket.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void what_comes_slowly_is_read_on() throws Exception {
        try (var server = new ServerSocket(0, 1, HERE);
                var socket = sockets.createSocket(HERE, server.getLocalPort(), HERE, 0);
                var accepted = server.accept()) {
            var _ = CompletableFuture.runAsync(() -> sendSlowly(accepted));

            assertThat(socket.getInputStream().readNBytes(5)).containsExactly(0, 1, 2, 3, 4);
        }
    }

    @Test
    void to_the_caller_the_database_is_away_and_the_next_gets_another_connection() {
        try (var pool = pool()) {
            var database = new Database(pool);

            assertThatThrownBy(() -> database.read(handle -> handle.execute("SELECT pg_sleep(20)")))
                    .isInstanceOfSatisfying(
                            Unavailable.class, away -> assertThat(away.code()).isEqualTo("database_unavailable"));
            assertThat(database.<Integer>read(handle ->
                            handle.createQuery("SELECT 7").mapTo(Integer.class).one()))
                    .isEqualTo(7);
        }
    }

    private static HikariDataSource pool() {
        var watched = new HikariConfig();
        try (var fresh = (HikariDataSource) TestPostgres.freshDatabase()) {
            watched.setJdbcUrl(fresh.getJdbcUrl());
        }
        watched.addDataSourceProperty("socketFactory", WatchedSockets.class.getName());
        watched.addDataSourceProperty("socketFactoryArg", PATIENCE.toString());
        watched.setMaximumPoolSize(1);
        return new HikariDataSource(watched);
    }

    private static void sendSlowly(Socket socket) {
        try {
            for (int i = 0; i < 5; i++) {
                Thread.sleep(PATIENCE.dividedBy(2));
                socket.getOutputStream().write(i);
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
