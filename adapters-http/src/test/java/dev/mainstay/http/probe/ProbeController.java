package dev.mainstay.http.probe;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.http.caching.CacheStatus;
import dev.mainstay.http.guard.AdminOnly;
import dev.mainstay.http.guard.Open;
import dev.mainstay.http.idempotency.IdempotentPosts;
import dev.mainstay.http.limits.LargeBody;
import dev.mainstay.http.paging.Cursors;
import dev.mainstay.http.paging.PageJson;
import dev.mainstay.http.ratelimit.RateLimited;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One operation for each thing the ground does. */
@Controller("/probe")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProbeController {

    /** How often something was "created". */
    static final AtomicInteger CREATED = new AtomicInteger();

    private final IdempotentPosts posts;
    private final Cursors cursors;

    ProbeController(IdempotentPosts posts, Cursors cursors) {
        this.posts = posts;
        this.cursors = cursors;
    }

    @Serdeable
    enum Mood {
        GOOD,
        BAD
    }

    @Serdeable
    record Inner(int number) {}

    @Serdeable
    record Thing(
            String text,
            @Nullable Integer number,
            @Nullable Boolean flag,
            @Nullable Mood mood,
            @Nullable Instant at,
            @Nullable UUID id,
            @Nullable List<Inner> inner) {}

    @Get("/me")
    Map<String, String> me(Caller caller) {
        return Map.of("user", caller.user().value().toString());
    }

    @Open
    @Get("/open")
    Map<String, String> open() {
        return Map.of("hello", "stranger");
    }

    @Open
    @RateLimited("auth")
    @Get("/few")
    Map<String, String> few() {
        return Map.of("hello", "stranger");
    }

    @AdminOnly
    @Get("/admin")
    Map<String, String> admin() {
        return Map.of("hello", "admin");
    }

    @Post
    HttpResponse<?> create(HttpRequest<?> request, Caller caller, @Body Thing thing) {
        return posts.once(request, caller, () -> {
            int number = CREATED.incrementAndGet();
            return HttpResponse.created(thing).header("ETag", "\"v1\"").header("Location", "/probe/" + number);
        });
    }

    @LargeBody
    @Consumes("text/plain")
    @Post("/file")
    Map<String, Integer> file(@Body String text) {
        return Map.of("length", text.length());
    }

    @SuppressWarnings("DoNotCallSuggester")
    @Get("/{id}/thing")
    Map<String, String> one(@PathVariable UUID id) {
        throw new NotFound("thing_not_found", "There is no thing " + id + ".");
    }

    @Get("/list")
    PageJson<Integer> list(@Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        var page = cursors.request(limit, cursor, "number");
        int from = page.after() == null
                ? 0
                : Integer.parseInt(page.after().values().getFirst());
        var rows = java.util.stream.IntStream.rangeClosed(from + 1, 500)
                .limit(page.limit() + 1L)
                .boxed()
                .toList();
        return cursors.json(
                Page.of(rows, page.limit(), last -> new Cursor("number", List.of(last.toString()))), each -> each);
    }

    @Get("/other-list")
    PageJson<Integer> otherList(@Nullable @QueryValue String cursor) {
        cursors.request(10, cursor, "name");
        return new PageJson<>(List.of(), null);
    }

    @Get("/mood")
    Map<String, String> mood(@QueryValue Mood mood) {
        return Map.of("mood", mood.name());
    }

    @Get("/versioned")
    HttpResponse<Map<String, String>> versioned() {
        return HttpResponse.ok(Map.of("text", "three")).header("ETag", Etags.of(new Version(3)));
    }

    @Patch("/versioned")
    Map<String, Long> change(@Nullable @Header("If-Match") String ifMatch, @Body Thing thing) {
        return Map.of("version", Etags.required(ifMatch).number());
    }

    @Get("/cached")
    HttpResponse<Map<String, String>> cached() {
        return CacheStatus.ok(new Cached<>(
                Map.of("text", "kept"), Outcome.BYPASS, "redis_timeout", Instant.parse("2026-03-01T10:00:00Z")));
    }

    @SuppressWarnings("DoNotCallSuggester")
    @Get("/boom")
    Map<String, String> boom() {
        throw new IllegalStateException("the secret is 42");
    }
}
