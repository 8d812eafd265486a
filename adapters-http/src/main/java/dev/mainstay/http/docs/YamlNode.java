package dev.mainstay.http.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Views of a parsed YAML document as maps and lists. */
final class YamlNode {

    private YamlNode() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object node) {
        return node == null ? new LinkedHashMap<>() : (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object node) {
        return node == null ? new ArrayList<>() : (List<Object>) node;
    }

    static Map<String, Object> child(Map<String, Object> parent, String name) {
        return map(parent.computeIfAbsent(name, absent -> new LinkedHashMap<String, Object>()));
    }

    static Map<String, Object> ref(String kind, String name) {
        var node = new LinkedHashMap<String, Object>();
        node.put("$ref", "#/components/" + kind + '/' + name);
        return node;
    }
}
