package dev.mainstay.http.docs;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the nulls out of the schemas: what may be absent is simply not required, for answers leave nulls out and requests may. Generators
 * make their plainest code from that.
 */
final class PlainSchemas {

    private PlainSchemas() {}

    static void makePlain(@Nullable Object node) {
        if (node instanceof List<?> items) {
            items.forEach(PlainSchemas::makePlain);
        } else if (node instanceof Map<?, ?>) {
            Map<String, Object> map = YamlNode.map(node);
            map.remove("nullable");
            unwrapSingleRef(map);
            map.values().forEach(PlainSchemas::makePlain);
        }
    }

    /** {@code allOf} with one reference in it says no more than the reference. */
    private static void unwrapSingleRef(Map<String, Object> map) {
        if (map.get("allOf") instanceof List<?> parts
                && parts.size() == 1
                && parts.getFirst() instanceof Map<?, ?> part
                && part.containsKey("$ref")) {
            map.remove("allOf");
            map.put("$ref", part.get("$ref"));
        }
    }
}
