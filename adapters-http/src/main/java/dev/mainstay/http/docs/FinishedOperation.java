package dev.mainstay.http.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One operation, with the parameters and answers that the ground gives it. */
final class FinishedOperation {

    private final String path;
    private final String method;
    private final Map<String, Object> operation;

    /** The key is such as {@code get /api/v1/tasks}. */
    FinishedOperation(String key, Map<String, Object> operation) {
        this.method = key.substring(0, key.indexOf(' '));
        this.path = key.substring(key.indexOf(' ') + 1);
        this.operation = operation;
    }

    void complete(boolean open, boolean forAdministrators) {
        if (open) {
            operation.put("security", List.of());
        }
        if (forAdministrators) {
            operation.put("x-required-role", "ADMIN");
        }
        boolean versioned = completeParameters();
        var responses = new TreeMap<>(YamlNode.child(operation, "responses"));
        boolean creates = method.equals("post") && responses.containsKey("201") && !open;
        if (creates) {
            parameters().add(YamlNode.ref("parameters", "IdempotencyKey"));
        }
        boolean hasBody = operation.containsKey("requestBody");
        add(responses, "400", true);
        add(responses, "401", !open || path.endsWith("/login") || path.endsWith("/refresh"));
        add(responses, "403", !open || path.endsWith("/login"));
        add(responses, "404", path.contains("{"));
        add(responses, "408", hasBody);
        add(responses, "409", !method.equals("get"));
        add(responses, "412", versioned);
        add(responses, "413", hasBody);
        add(responses, "415", hasBody);
        add(responses, "422", creates);
        add(responses, "428", versioned);
        add(responses, "429", true);
        add(responses, "500", true);
        add(responses, "503", true);
        boolean view = String.valueOf(operation.get("description")).contains("Data: view");
        responses.forEach((status, response) -> {
            if (status.startsWith("2")) {
                SharedParts.addHeaders(YamlNode.map(response), versioned, view);
            }
        });
        operation.put("responses", responses);
    }

    void makeIdUnique(Set<String> taken) {
        String id = String.valueOf(operation.get("operationId"));
        if (!taken.add(id)) {
            String tag = String.valueOf(YamlNode.list(operation.get("tags")).getFirst());
            String unique = id + tag.replace(" ", "");
            if (!taken.add(unique)) {
                throw new IllegalStateException("two operations are named " + unique + "; rename one method");
            }
            operation.put("operationId", unique);
        }
    }

    /** Returns whether the operation takes {@code If-Match}. */
    private boolean completeParameters() {
        boolean versioned = false;
        var kept = new ArrayList<Object>();
        for (Object parameter : parameters()) {
            String name = String.valueOf(YamlNode.map(parameter).get("name"));
            if (name.equalsIgnoreCase("If-Match")) {
                versioned = true;
                kept.add(YamlNode.ref("parameters", "IfMatch"));
            } else if (!name.equals("caller") && !name.equalsIgnoreCase("Idempotency-Key")) {
                kept.add(parameter);
            }
        }
        if (kept.isEmpty()) {
            operation.remove("parameters");
        } else {
            operation.put("parameters", kept);
        }
        return versioned;
    }

    private List<Object> parameters() {
        return YamlNode.list(operation.computeIfAbsent("parameters", absent -> new ArrayList<>()));
    }

    private static void add(Map<String, Object> responses, String status, boolean applies) {
        if (applies) {
            responses.putIfAbsent(status, YamlNode.ref("responses", SharedParts.nameOf(status)));
        }
    }
}
