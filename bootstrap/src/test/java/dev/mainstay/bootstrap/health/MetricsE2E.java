package dev.mainstay.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an operator's Prometheus is served (O1): each figure under the labels its alerts and the console ask for. */
class MetricsE2E {

    private static final Pattern LABEL_VALUE = Pattern.compile("\\w+=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PERSONAL =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-|@|\\b\\d{1,3}(\\.\\d{1,3}){3}\\b|/[0-9a-f]{16,}");

    @Test
    void each_figure_is_served_by_what_it_concerns_and_never_by_whom() {
        var environment = Map.of(
                "REDIS_URL", TestServers.redis().url().text(), "PATIENT_REDIS", "true", "RATE_LIMIT_WRITE", "3/1m");
        try (var server = MainstayServer.start(environment)) {
            var user = server.newUser();
            Api ann = user.api();
            ann.get("/api/v1/home").expect(200);
            ann.get("/api/v1/home").expect(200);
            var task = ann.post("/api/v1/tasks", Map.of("title", "Buy milk")).expect(201);
            ann.get("/api/v1/tasks/" + task.text("id")).expect(200);
            ann.get("/api/v1/nothing/" + task.text("id")).expect(404);
            for (int more = 0; more < 2; more++) {
                ann.post("/api/v1/tasks", Map.of("title", "Buy bread")).expect(201);
            }
            ann.post("/api/v1/tasks", Map.of("title", "Buy cheese")).expect(429);

            String metrics = server.api().get("/prometheus").expect(200).body();

            assertThat(count(metrics, "mainstay_view_reads_total", "view=\"widgets:home:user\"", "outcome=\"miss\""))
                    .isPositive();
            assertThat(count(metrics, "mainstay_view_reads_total", "view=\"widgets:home:user\"", "outcome=\"hit\""))
                    .isPositive();
            assertThat(lines(metrics, "mainstay_view_reads_total")).allMatch(line -> line.contains("detail=\""));
            assertThat(count(metrics, "mainstay_ratelimit_refusals_total", "action=\"write\"", "scope=\"user\""))
                    .isPositive();
            assertThat(count(
                            metrics,
                            "http_server_requests_seconds_count",
                            "method=\"GET\"",
                            "uri=\"/api/v1/tasks/{id}\"",
                            "status=\"200\""))
                    .isEqualTo(1);
            assertThat(count(metrics, "http_server_requests_seconds_count", "uri=\"/api/v1/tasks\"", "status=\"429\""))
                    .isEqualTo(1);
            assertThat(count(metrics, "http_server_requests_seconds_count", "uri=\"none\"", "status=\"404\""))
                    .isEqualTo(1);
            assertThat(lines(metrics, "http_server_requests_seconds_bucket"))
                    .as("what the alert on the 95th percentile is computed from")
                    .anyMatch(line -> line.contains("le=\"0.2\""));
            assertThat(count(metrics, "mainstay_redis_operation_seconds_count", "operation=\"", "result=\"ok\""))
                    .isPositive();
            assertThat(lines(metrics, "mainstay_redis_operation_seconds_bucket"))
                    .isNotEmpty();
            assertThat(count(metrics, "mainstay_redis_breaker")).isZero();
            assertThat(lines(metrics, "mainstay_view_verifications_total")).isNotEmpty();
            assertThat(count(metrics, "hikaricp_connections_max", "pool=\"postgres\""))
                    .isEqualTo(10);
            assertThat(lines(metrics, "hikaricp_connections_pending")).isNotEmpty();
            assertThat(lines(metrics, "jvm_memory_used_bytes")).isNotEmpty();
            assertThat(lines(metrics, "jvm_gc_pause_seconds_count|jvm_gc_memory_allocated_bytes_total"))
                    .isNotEmpty();
            assertThat(lines(metrics, "process_cpu_usage")).isNotEmpty();

            assertThat(LABEL_VALUE.matcher(metrics).results().map(label -> label.group(1)))
                    .as("labels say what, never who")
                    .noneMatch(value -> PERSONAL.matcher(value).find() || value.contains("milk"));
        }
    }

    /** The sum over all series of the name that have these labels. */
    private static double count(String metrics, String name, String... labels) {
        var found = lines(metrics, name).stream()
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .toList();
        assertThat(found).as("%s with %s", name, List.of(labels)).isNotEmpty();
        return found.stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static List<String> lines(String metrics, String name) {
        var series = Pattern.compile("(" + name + ")[{ ].*");
        return metrics.lines().filter(line -> series.matcher(line).matches()).toList();
    }
}
