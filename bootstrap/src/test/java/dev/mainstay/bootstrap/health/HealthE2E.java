package dev.mainstay.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import org.junit.jupiter.api.Test;

class HealthE2E {

    private final MainstayServer server = MainstayServer.shared();

    @Test
    void an_instance_that_answers_is_alive() {
        assertThat(server.api().get("/health/live").expect(200).text("status")).isEqualTo("up");
    }

    @Test
    void it_is_ready_once_its_database_answers() {
        server.api().get("/health/ready").expect(200);
    }

    @Test
    void health_names_each_part() {
        var health = server.api().get("/health").expect(200);

        assertThat(health.text("parts/database")).isEqualTo("up");
    }

    @Test
    void metrics_are_in_the_format_of_prometheus() {
        var metrics = server.api().get("/prometheus").expect(200);

        assertThat(metrics.header("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(metrics.body()).contains("jvm_memory_used_bytes", "hikaricp_connections_active");
    }

    @Test
    void without_redis_it_is_degraded_and_ready() {
        var redis = TestServers.ownRedis();
        try (var degraded = MainstayServer.with(redis)) {
            redis.close();

            var health = degraded.api().get("/health").expect(200);
            assertThat(health.text("status")).isEqualTo("degraded");
            assertThat(health.text("parts/redis")).isEqualTo("down");
            degraded.api().get("/health/ready").expect(200);
        }
    }
}
