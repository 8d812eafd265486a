package dev.mainstay.http.server;

import dev.mainstay.http.guard.Open;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.Map;

/** Paths that are easy to take for one another. */
@Open
@Controller("/routes")
final class RoutesProbe {

    @Get("/plain")
    Map<String, String> plain() {
        return Map.of("found", "plain");
    }

    @Post("/plain")
    Map<String, String> posted() {
        return Map.of("found", "posted");
    }

    @Get("/either")
    Map<String, String> either() {
        return Map.of("found", "either");
    }

    @Get("/{any}")
    Map<String, String> any(@PathVariable String any) {
        return Map.of("found", "any " + any);
    }

    @Get("/deep/typed")
    Map<String, String> typed() {
        return Map.of("found", "json");
    }

    @Produces("text/csv")
    @Get("/deep/typed")
    String typedTable() {
        return "found\ncsv";
    }

    @Produces("text/csv")
    @Get("/deep/table")
    String table() {
        return "found\ntable";
    }

    @Get("/deep/long")
    Map<String, String> text() {
        return Map.of("found", "long".repeat(500));
    }
}
