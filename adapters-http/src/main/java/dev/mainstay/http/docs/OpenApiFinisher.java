package dev.mainstay.http.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * A step of the build: completes the description that the annotation processor has written with what is true of every operation and
 * stands in no controller, and makes it OpenAPI 3.1. See the ADR "one description, finished at build time".
 */
final class OpenApiFinisher {

    private static final String GENERATED = "META-INF/swagger/openapi.yml";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private OpenApiFinisher() {}

    /** Takes the directory of the compiled classes. */
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Path finished = classes.resolve(ApiDocuments.RESOURCE);
        var facts = ControllerFacts.in(classes);
        Map<String, Object> document = PlainYaml.read(Files.readString(classes.resolve(GENERATED)));
        finish(document, facts);
        complete(document, facts);
        Files.createDirectories(finished.getParent());
        Files.writeString(finished, PlainYaml.write(document));
    }

    private static void finish(Map<String, Object> document, ControllerFacts facts) {
        document.put("openapi", "3.1.0");
        PlainSchemas.makePlain(document);
        LiveOperation.addTo(document);
        eachOperation(
                document,
                (key, operation) -> new FinishedOperation(key, operation)
                        .complete(
                                facts.open().contains(key),
                                facts.forAdministrators().contains(key)));
    }

    private static void complete(Map<String, Object> document, ControllerFacts facts) {
        var missing = new TreeSet<>(facts.documented());
        var operationIds = new HashSet<String>();
        eachOperation(document, (key, operation) -> {
            missing.remove(key);
            new FinishedOperation(key, operation).makeIdUnique(operationIds);
        });
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not in the description: " + missing + "; run 'mvn clean' once");
        }
        Map<String, Object> components = YamlNode.child(document, "components");
        SharedParts.addTo(components);
        UnusedSchemas.removeFrom(document, components);
        sortTags(document);
    }

    /** Keys are such as {@code get /api/v1/tasks}. */
    private static void eachOperation(Map<String, Object> document, BiConsumer<String, Map<String, Object>> consumer) {
        YamlNode.map(document.get("paths"))
                .forEach((path, item) -> YamlNode.map(item).forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        consumer.accept(method + ' ' + path, YamlNode.map(operation));
                    }
                }));
    }

    private static void sortTags(Map<String, Object> document) {
        var byName = new LinkedHashMap<String, Object>();
        YamlNode.list(document.get("tags")).stream()
                .map(YamlNode::map)
                .sorted((one, other) -> String.valueOf(one.get("name")).compareTo(String.valueOf(other.get("name"))))
                .forEach(tag -> byName.putIfAbsent(String.valueOf(tag.get("name")), tag));
        document.put("tags", byName.values().stream().toList());
    }
}
