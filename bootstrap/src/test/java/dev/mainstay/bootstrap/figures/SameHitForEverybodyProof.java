package dev.mainstay.bootstrap.figures;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A hit of somebody with thousands of tasks is the same work as one of somebody with a few: no statement, as many things asked of Redis and as many
 * bytes from it. Two processes' CPU differs by more than a tenth for reasons of their own, so this is counted and not timed.
 */
class SameHitForEverybodyProof {

    private static final int HITS = 200;

    private static CountedServers servers;

    @BeforeAll
    static void startServers() {
        servers = CountedServers.start();
    }

    @AfterAll
    static void stopServers() {
        servers.close();
    }

    @Test
    void five_thousand_tasks_make_a_hit_no_dearer_than_fifty() throws Exception {
        try (var server = MainstayServer.start(servers.environment("much"))) {
            var people = People.of(server, 2);
            addTasks(0, 50);
            addTasks(1, 5_000);

            Work few = hits(server, People.client(server, people.getFirst()));
            Work many = hits(server, People.client(server, people.getLast()));

            System.out.printf("a hit with 50 tasks: %s; with 5,000: %s%n", few, many);
            assertThat(many.statements()).isEqualTo(few.statements()).isZero();
            assertThat(many.asked()).isCloseTo(few.asked(), withinPercentage(10));
            assertThat(many.bytes()).isCloseTo(few.bytes(), withinPercentage(10));
            assertThat(many.page()).isCloseTo(few.page(), withinPercentage(10));
        }
    }

    /**
     * What one hit takes.
     *
     * @param statements of PostgreSQL, rounded, so that what happens now and then in the background is none
     * @param asked of Redis
     * @param bytes that Redis sent
     * @param page bytes that the client got
     */
    private record Work(long statements, double asked, double bytes, double page) {}

    private static Work hits(MainstayServer server, Api person) {
        Figures.await(
                "a hit", () -> person.get("/api/v1/home").header("Cache-Status").equals(Optional.of("mainstay; hit")));
        var calls = servers.postgres().calls("much");
        double asked = Figures.sum(server, "mainstay_redis_operation_seconds_count");
        long bytes = bytesSent();
        long page = 0;
        for (int hit = 0; hit < HITS; hit++) {
            page += person.get("/api/v1/home").expect(200).body().length();
        }
        bytes = bytesSent() - bytes;
        asked = Figures.sum(server, "mainstay_redis_operation_seconds_count") - asked;
        long statements = servers.postgres().callsSince(calls, "much").values().stream()
                .mapToLong(each -> Math.round((double) each / HITS))
                .sum();
        return new Work(statements, asked / HITS, (double) bytes / HITS, (double) page / HITS);
    }

    private static void addTasks(int person, int count) throws SQLException {
        try (var connection = servers.postgres().connect("much");
                var insert = connection.prepareStatement("""
                        INSERT INTO planner.task
                            (id, owner, version, uid, sequence, revised_at, title, title_key, notes, labels, project, priority,
                             due_local, due_zone, due_at, position, created_at)
                        SELECT id, ?, 1, id::text, 0, now(), 'Task ' || k, 'task ' || k, '', ARRAY ['work'], 'Home', 0,
                            due, 'UTC', due AT TIME ZONE 'UTC', k * 1048576::bigint, now()
                        FROM (SELECT gen_random_uuid() AS id, k,
                                     date_trunc('day', now() AT TIME ZONE 'UTC') + (k % 5 - 2) * interval '1 day' AS due
                              FROM generate_series(1, ?) AS k) AS made
                        """)) {
            insert.setObject(1, People.id(person).value());
            insert.setInt(2, count);
            insert.executeUpdate();
        }
    }

    private static long bytesSent() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), servers.redisPort())) {
            socket.getOutputStream().write("INFO stats\r\nQUIT\r\n".getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII)
                    .lines()
                    .filter(line -> line.startsWith("total_net_output_bytes:"))
                    .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1)))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
