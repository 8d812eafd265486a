package dev.mainstay.http.guard;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Paths of built-in endpoints (health, metrics) that cannot carry {@link Open}. They are neither guarded nor counted, so that a
 * probe never depends on anything but itself. {@code /*} at the end means everything below.
 */
@Singleton
final class OpenPaths {

    private final List<String> paths;

    OpenPaths(@Property(name = "mainstay.http.open-paths") List<String> paths) {
        this.paths = paths.stream().map(String::strip).toList();
    }

    boolean contain(String path) {
        return paths.stream()
                .anyMatch(open -> open.endsWith("/*")
                        ? path.startsWith(open.substring(0, open.length() - 1))
                        : path.equals(open));
    }
}
