package dev.mainstay.http.docs;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes the schemas that nothing refers to, until none is left. */
final class UnusedSchemas {

    private UnusedSchemas() {}

    static void removeFrom(Map<String, Object> document, Map<String, Object> components) {
        Map<String, Object> schemas = YamlNode.child(components, "schemas");
        boolean removed = true;
        while (removed) {
            var used = new HashSet<String>();
            collect(document, used);
            removed = schemas.keySet().removeIf(name -> !used.contains("#/components/schemas/" + name));
        }
    }

    private static void collect(@Nullable Object node, Set<String> used) {
        if (node instanceof List<?> items) {
            items.forEach(item -> collect(item, used));
        } else if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                used.add(reference);
            }
            map.values().forEach(value -> collect(value, used));
        }
    }
}
