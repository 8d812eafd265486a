package dev.mainstay.http.problem;

import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.http.guard.Open;
import dev.mainstay.http.ratelimit.RateLimited;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.regex.Pattern;

/** What a problem's {@code type} leads to: a few words on what it means and what to do. */
@Open
@Hidden
@Controller("/problems")
@RateLimited("open")
final class ProblemPagesController {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,60}");
    private static final String OF_A_FEATURE =
            "A rule of the application forbids this. The field \"detail\" of the answer says which, and what to do instead.";

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry(
                    "invalid",
                    "Fields of the request are at fault; \"errors\" names each, what is wrong and what would be right."),
            Map.entry("malformed_json", "The body is not JSON (RFC 8259), or an object in it names a member twice."),
            Map.entry("malformed_request", "What was sent is not HTTP."),
            Map.entry("body_missing", "The operation needs a JSON body."),
            Map.entry("body_too_large", "Send less in one request."),
            Map.entry("body_too_slow", "The body did not arrive in time; the connection was ended. Try again."),
            Map.entry("headers_too_large", "The headers are larger than 16 KiB."),
            Map.entry("uri_too_long", "The request line is longer than 4 KiB."),
            Map.entry("route_not_found", "There is nothing at this path; see /docs for what there is."),
            Map.entry(
                    "method_not_allowed",
                    "The path is right, the method is not; the header Allow names those that are."),
            Map.entry("not_acceptable", "The operation cannot answer in a type that the header Accept names."),
            Map.entry("unsupported_media_type", "The operation does not take bodies of this Content-Type."),
            Map.entry(
                    "precondition_required", "Read the thing, and send the ETag you get as If-Match with the change."),
            Map.entry(
                    "upgrade_required", "There is a WebSocket at this path, and what was sent is no handshake for it."),
            Map.entry("rate_limited", "Too many requests; wait for as long as the header Retry-After says."),
            Map.entry(
                    "token_missing",
                    "Send the access token that /api/v1/auth/login answers as \"Authorization: Bearer …\"."),
            Map.entry("token_invalid", "The access token was not made by this server. Log in."),
            Map.entry("token_expired", "The access token has expired. Exchange the refresh token for new ones."),
            Map.entry("session_ended", "The session was ended. Log in."),
            Map.entry("account_suspended", "An administrator has suspended this account."),
            Map.entry("admin_only", "Only administrators may do this."),
            Map.entry("database_unavailable", "The database is away; nothing was stored. Try again after Retry-After."),
            Map.entry("no_cache", "No Redis is configured, so nothing is cached and nothing can be dropped."),
            Map.entry(
                    "cache_unavailable", "Redis cannot be reached; nothing was dropped. Try again after Retry-After."),
            Map.entry(
                    "commit_unknown",
                    "It is not known whether the change was stored. Repeat it with the same Idempotency-Key."),
            Map.entry("contended", "Too many changed the same thing at once; nothing was stored. Try again."),
            Map.entry("internal", "Something is broken on our side. Tell the operator the requestId."));

    @Get("/{code}")
    @Produces("text/plain; charset=utf-8")
    String page(@PathVariable String code) {
        if (!CODE.matcher(code).matches()) {
            throw new NotFound("page_not_found", "There is no such page.");
        }
        return Problems.title(code) + "\n\n" + MEANINGS.getOrDefault(code, OF_A_FEATURE) + '\n';
    }
}
