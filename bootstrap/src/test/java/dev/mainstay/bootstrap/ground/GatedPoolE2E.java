package dev.mainstay.bootstrap.ground;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.AtOnce;
import dev.mainstay.bootstrap.harness.BesideOthers;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** More requests than the pool could ever serve in time. */
@BesideOthers
class GatedPoolE2E {

    private static final Duration AT_ONCE = Duration.ofMillis(1_500);

    @Test
    void who_would_wait_in_vain_is_refused_at_once_and_all_goes_on_when_there_is_room() throws Exception {
        try (var server = MainstayServer.start(Map.of("DATABASE_POOL_SIZE", "2"))) {
            Api person = server.newUser().api();
            int room = 2 * GatedPool.MOST_WAITING;

            try (var busy = Busy.all(server.bean(HikariDataSource.class))) {
                var answers = AtOnce.many(2 * room, each -> person.get("/api/v1/tasks"));

                assertThat(busy.connections()).isEqualTo(2);
                assertThat(answers)
                        .allSatisfy(answer -> answer.expectProblem(503, "database_unavailable"))
                        .allSatisfy(answer ->
                                assertThat(answer.header("Retry-After")).isPresent());
                assertThat(answers.stream().filter(quick()).count())
                        .as("refused without waiting")
                        .isGreaterThanOrEqualTo(room - 2);
                assertThat(answers.stream().filter(quick().negate()).count())
                        .as("let in, and waited")
                        .isPositive();
            }

            AtOnce.many(room, each -> person.get("/api/v1/tasks")).forEach(answer -> answer.expect(200));
        }
    }

    private static Predicate<Answer> quick() {
        return answer -> answer.took().compareTo(AT_ONCE) < 0;
    }

    /** Holds both connections. */
    private record Busy(Connection one, Connection other, int connections) implements AutoCloseable {

        static Busy all(HikariDataSource pool) throws SQLException {
            var one = pool.getConnection();
            var other = pool.getConnection();
            return new Busy(one, other, pool.getHikariPoolMXBean().getActiveConnections());
        }

        @Override
        public void close() throws SQLException {
            one.close();
            other.close();
        }
    }
}
