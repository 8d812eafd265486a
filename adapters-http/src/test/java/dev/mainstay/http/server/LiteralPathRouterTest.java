package dev.mainstay.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.http.probe.ProbeServer;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.DefaultRouter;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds what Micronaut's own router finds, and nothing else. */
@TestInstance(Lifecycle.PER_CLASS)
final class LiteralPathRouterTest {

    @AutoClose
    private final ProbeServer server = ProbeServer.start();

    @ParameterizedTest
    @CsvSource({
        "GET, /routes/plain,, 200, plain",
        "GET, /routes/plain?of=it,, 200, plain",
        "GET, /routes/plain/,, 200, plain",
        "GET, /routes/either,, 200, either",
        "GET, /routes/other,, 200, any other",
        "GET, /routes/deep/typed, application/json, 200, json",
        "GET, /routes/deep/typed, text/csv, 200, csv",
        "GET, /routes/deep/table, text/csv, 200, table",
        "GET, /routes/deep/table, application/json, 406, not_acceptable",
        "GET, /routes/deep/nothing,, 404, not_found",
        "POST, /routes/deep/table,, 405, method_not_allowed",
        "POST, /routes/plain,, 200, posted",
    })
    void each_request_comes_to_its_operation(String method, String path, String accepted, int status, String found) {
        var answer =
                accepted == null ? server.send(method, path, "") : server.send(method, path, "", "Accept", accepted);

        assertThat(answer.body()).contains(found);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void a_head_is_answered_as_its_get() {
        assertThat(server.send("HEAD", "/routes/plain", "").statusCode()).isEqualTo(200);
    }

    @Test
    void it_finds_what_micronaut_finds_at_each_of_its_paths() {
        Router ours = server.bean(Router.class);
        Router micronauts = new DefaultRouter(server.beans(RouteBuilder.class));
        List<String> paths = ours.uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET)
                .map(route -> route.getUriMatchTemplate().toPathString())
                .distinct()
                .toList();

        assertThat(ours).isInstanceOf(LiteralPathRouter.class);
        assertThat(paths).contains("/routes/plain", "/routes/{any}").hasSizeGreaterThan(20);
        for (String path : paths) {
            for (String accepted : List.of("application/json", "text/csv", "image/png")) {
                HttpRequest<?> request =
                        HttpRequest.GET(path.replaceAll("[{}]", "")).header(HttpHeaders.ACCEPT, accepted);

                assertThat(operation(ours, request))
                        .as("%s as %s", path, accepted)
                        .isEqualTo(operation(micronauts, request));
            }
        }
    }

    private static Optional<String> operation(Router router, HttpRequest<?> request) {
        return Optional.ofNullable(router.findClosest(request))
                .map(UriRouteMatch::getRouteInfo)
                .map(route -> route.getTargetMethod().getExecutableMethod().toString());
    }
}
