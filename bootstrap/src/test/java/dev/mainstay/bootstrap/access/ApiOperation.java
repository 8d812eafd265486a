package dev.mainstay.bootstrap.access;

import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** An operation as the API describes it, ready to be called with the example of its own description. */
record ApiOperation(String method, String path, Map<String, Object> node, Optional<Object> example) {

    /** Every operation of a server, from the description it serves. */
    static List<ApiOperation> all(Api api) {
        Map<String, Object> document =
                map(new Yaml().load(api.get("/api/openapi.yml").expect(200).body()));
        Map<String, Object> schemas = map(map(document.get("components")).get("schemas"));
        var operations = new ArrayList<ApiOperation>();
        map(document.get("paths"))
                .forEach((path, item) -> map(item)
                        .forEach((method, node) -> operations.add(
                                new ApiOperation(method, path, map(node), example(map(node), schemas)))));
        return operations;
    }

    boolean open() {
        return node.containsKey("security");
    }

    boolean forAdministrators() {
        return node.containsKey("x-required-role");
    }

    boolean ofOneThing() {
        return path.contains("{");
    }

    boolean changes() {
        return !method.equals("get");
    }

    boolean creates() {
        return method.equals("post") && !open() && map(node.get("responses")).containsKey("201");
    }

    /** Calls it; whatever stands in braces is replaced. */
    Answer call(Api api, String thing) {
        Api asked = api.ifMatch("\"v1\"");
        return mediaType()
                .map(type -> asked.header("Content-Type", type))
                .orElse(asked)
                .send(method.toUpperCase(Locale.ROOT), filled(thing), example.orElse(null));
    }

    /** What a body is sent as, if it is not JSON. */
    private Optional<String> mediaType() {
        var types = content(node).keySet();
        return types.contains("application/json")
                ? Optional.empty()
                : types.stream().findFirst();
    }

    private String filled(String thing) {
        String filled = path.replaceAll("\\{role}", "TEACHER").replaceAll("\\{[^}]+}", thing);
        return path.equals("/api/v1/admin/audit") ? filled + "?subject=" + thing : filled;
    }

    private static Optional<Object> example(Map<String, Object> operation, Map<String, Object> schemas) {
        Map<String, Object> content = content(operation);
        if (!content.containsKey("application/json")) {
            // Of a file without anything in it nobody would ask whose it is.
            return content.isEmpty() ? Optional.empty() : Optional.of("x");
        }
        Map<String, Object> schema = map(map(content.get("application/json")).get("schema"));
        String reference = String.valueOf(schema.get("$ref"));
        Object example = map(schemas.get(reference.substring(reference.lastIndexOf('/') + 1)))
                .get("example");
        return Optional.of(example == null ? "{}" : example);
    }

    private static Map<String, Object> content(Map<String, Object> operation) {
        return map(map(operation.get("requestBody")).get("content"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object node) {
        return node instanceof Map<?, ?> ? (Map<String, Object>) node : Map.of();
    }

    @Override
    public String toString() {
        return method.toUpperCase(Locale.ROOT) + ' ' + path;
    }
}
