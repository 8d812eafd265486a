package dev.mainstay.http.docs;

import dev.mainstay.http.guard.AdminOnly;
import dev.mainstay.http.guard.Open;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The operations there are, as {@code get /api/v1/tasks}, and who may call them, as their controllers say by {@link Open} and
 * {@link AdminOnly}.
 */
record ControllerFacts(Set<String> documented, Set<String> open, Set<String> forAdministrators) {

    /** Reads all controllers among the compiled classes. */
    static ControllerFacts in(Path classes) throws IOException {
        var facts = new ControllerFacts(new HashSet<>(), new HashSet<>(), new HashSet<>());
        try (Stream<Path> files = Files.walk(classes)) {
            files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith("Controller.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .forEach(facts::read);
        }
        return facts;
    }

    private void read(String name) {
        Class<?> type = load(name);
        Controller controller = type.getAnnotation(Controller.class);
        if (controller == null) {
            return;
        }
        for (Method method : type.getDeclaredMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                String[] operation = operation(annotation);
                if (operation.length == 2) {
                    String key = operation[0] + ' ' + path(controller.value(), operation[1]);
                    if (!type.isAnnotationPresent(Hidden.class) && !method.isAnnotationPresent(Hidden.class)) {
                        documented.add(key);
                    }
                    note(type, method, Open.class, open, key);
                    note(type, method, AdminOnly.class, forAdministrators, key);
                }
            }
        }
    }

    private static void note(
            Class<?> type, Method method, Class<? extends Annotation> annotation, Set<String> noted, String key) {
        if (type.isAnnotationPresent(annotation) || method.isAnnotationPresent(annotation)) {
            noted.add(key);
        }
    }

    private static String[] operation(Annotation annotation) {
        return switch (annotation) {
            case Get get -> new String[] {"get", get.value()};
            case Put put -> new String[] {"put", put.value()};
            case Post post -> new String[] {"post", post.value()};
            case Patch patch -> new String[] {"patch", patch.value()};
            case Delete delete -> new String[] {"delete", delete.value()};
            default -> new String[0];
        };
    }

    private static String path(String controller, String operation) {
        String own = operation.replaceAll("\\{[?&][^}]*}", "");
        return own.equals("/") || own.isEmpty() ? controller : controller + (own.startsWith("/") ? own : "/" + own);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ControllerFacts.class.getClassLoader());
        } catch (ClassNotFoundException notCompiled) {
            throw new IllegalStateException(notCompiled);
        }
    }
}
