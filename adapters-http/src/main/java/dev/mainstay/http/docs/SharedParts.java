package dev.mainstay.http.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters, headers and problem answers that all operations share. */
final class SharedParts {

    private static final Map<String, List<String>> PROBLEMS = problems();

    private static final String PARAMETERS = """
            IfMatch:
              name: If-Match
              in: header
              required: true
              description: The ETag of the version that the change is meant for.
              schema: {type: string}
              example: '"v3"'
            IdempotencyKey:
              name: Idempotency-Key
              in: header
              required: false
              description: A name for this one effect; a repeat with the same key and body has no further effect and gets the first answer.
              schema: {type: string, minLength: 1, maxLength: 255}
              example: 3f1c7f2e-9d4b-4a57-8f5e-2b7d0c1a9e11
            """;

    private static final String HEADERS = """
            XRequestId:
              description: The id under which the request stands in the server's log.
              schema: {type: string}
            RateLimit:
              description: What is left of each window, and the seconds until it starts anew.
              schema: {type: string}
              example: '"per-60s";r=599;t=60'
            RateLimitPolicy:
              description: How much each window allows.
              schema: {type: string}
              example: '"per-60s";q=600;w=60'
            ETag:
              description: The version, to be sent as If-Match with a change.
              schema: {type: string}
              example: '"v3"'
            CacheStatus:
              description: Whether the view came out of the cache, was stored in it, or why it passed it by (RFC 9211).
              schema: {type: string}
              example: mainstay; hit
            """;

    private static final String RETRY_AFTER = """
            Retry-After:
              description: Seconds to wait before trying again.
              required: true
              schema: {type: integer}
            """;

    private SharedParts() {}

    static String nameOf(String status) {
        return PROBLEMS.getOrDefault(status, List.of("Problem")).getFirst();
    }

    static void addTo(Map<String, Object> components) {
        YamlNode.child(components, "parameters").putAll(PlainYaml.read(PARAMETERS));
        YamlNode.child(components, "headers").putAll(PlainYaml.read(HEADERS));
        Map<String, Object> responses = YamlNode.child(components, "responses");
        PROBLEMS.forEach((status, problem) -> responses.put(problem.getFirst(), response(status, problem.getLast())));
    }

    static void addHeaders(Map<String, Object> response, boolean versioned, boolean view) {
        Map<String, Object> headers = YamlNode.child(response, "headers");
        headers.put("X-Request-Id", YamlNode.ref("headers", "XRequestId"));
        headers.put("RateLimit", YamlNode.ref("headers", "RateLimit"));
        headers.put("RateLimit-Policy", YamlNode.ref("headers", "RateLimitPolicy"));
        if (versioned) {
            headers.put("ETag", YamlNode.ref("headers", "ETag"));
        }
        if (view) {
            headers.put("Cache-Status", YamlNode.ref("headers", "CacheStatus"));
        }
    }

    private static Map<String, Object> response(String status, String description) {
        var response = new LinkedHashMap<String, Object>();
        response.put("description", description);
        if (status.equals("429") || status.equals("503")) {
            response.put("headers", PlainYaml.read(RETRY_AFTER));
        }
        response.put(
                "content", Map.of("application/problem+json", Map.of("schema", YamlNode.ref("schemas", "Problem"))));
        return response;
    }

    private static Map<String, List<String>> problems() {
        var problems = new LinkedHashMap<String, List<String>>();
        problems.put(
                "400",
                List.of("BadRequest", "The request makes no sense as it stands; errors names the fields at fault."));
        problems.put("401", List.of("NotAuthenticated", "Nobody has proved who they are."));
        problems.put("403", List.of("NotAllowed", "The caller may not do this."));
        problems.put("404", List.of("NotFound", "There is no such thing, or it is somebody else's."));
        problems.put("408", List.of("BodyTooSlow", "The body took too long to arrive."));
        problems.put("409", List.of("Conflict", "The request contradicts what is stored."));
        problems.put("412", List.of("Stale", "The thing was changed since that version; read it again."));
        problems.put("413", List.of("BodyTooLarge", "The body is larger than this operation takes."));
        problems.put(
                "415", List.of("UnsupportedMediaType", "The body is of a type that this operation does not take."));
        problems.put("422", List.of("KeyReused", "The Idempotency-Key was used for another request."));
        problems.put("428", List.of("PreconditionRequired", "Send If-Match with the version you have read."));
        problems.put("429", List.of("TooManyRequests", "Too much in too short a time."));
        problems.put("500", List.of("Internal", "Something is broken on our side."));
        problems.put("503", List.of("Unavailable", "Something the request needs is away for the moment."));
        return problems;
    }
}
