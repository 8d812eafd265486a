package dev.mainstay.bootstrap.health;

import dev.mainstay.http.guard.Open;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What an orchestrator and a load balancer ask: liveness, readiness, and the state of the parts (G13). */
@Open
@Controller("/health")
final class HealthController {

    private final Health health;
    private final Build build;

    HealthController(Health health, Build build) {
        this.health = health;
        this.build = build;
    }

    /** Up as long as the process answers at all: restarting it would not bring a database back. */
    @Get("/live")
    Map<String, String> live() {
        return Map.of("status", "up");
    }

    @Get("/ready")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Map<String, String>> ready() {
        return answer(health.report(), Map.of("status", health.report().status()));
    }

    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Map<String, Object>> health() {
        var report = health.report();
        var parts = new LinkedHashMap<String, String>();
        report.parts().forEach((name, state) -> parts.put(name, state.name().toLowerCase(Locale.ROOT)));
        return answer(report, Map.of("status", report.status(), "parts", parts, "version", build.version()));
    }

    private static <T> HttpResponse<T> answer(Health.Report report, T body) {
        return HttpResponse.status(report.ready() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .header("Cache-Control", "no-store")
                .body(body);
    }
}
