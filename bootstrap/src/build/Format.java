import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Formats every Java file, or says which are not formatted. Run from its source by the root pom, on the JDK of the toolchain: the
 * formatter parses with the javac it runs on, and Maven's own may be too old for our Java.
 */
final class Format {

    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    public static void main(String[] arguments) throws IOException {
        boolean apply = arguments[0].equals("apply");
        List<Path> changed;
        try (var files = Files.walk(Path.of(arguments[1]))) {
            changed = files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList()
                    .parallelStream()
                    .filter(file -> isChanged(file, apply))
                    .toList();
        }
        if (!apply && !changed.isEmpty()) {
            changed.forEach(System.err::println);
            System.err.println(changed.size() + " files are not formatted; this does it: mvn -N -Pformat");
            System.exit(1);
        }
    }

    private static boolean isChanged(Path file, boolean apply) {
        try {
            String before = Files.readString(file);
            String after = FORMATTER.formatSource(
                    RemoveUnusedImports.removeUnusedImports(ImportOrderer.reorderImports(before, Style.PALANTIR)));
            if (before.equals(after)) {
                return false;
            }
            if (apply) {
                Files.writeString(file, after);
            }
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (FormatterException failure) {
            throw new IllegalStateException(file + ": " + failure.getMessage(), failure);
        }
    }
}
