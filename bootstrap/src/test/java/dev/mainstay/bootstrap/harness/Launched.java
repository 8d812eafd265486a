package dev.mainstay.bootstrap.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The application as a process of its own, started by its main class on the class path of the tests. */
public final class Launched implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("API +(http://localhost:\\d+)/api/v1");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    private Launched(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    public static Launched with(Map<String, String> environment) {
        try {
            Path output =
                    Files.createTempFile(Files.createDirectories(Path.of("target", "launched")), "output", ".txt");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    // As the jar's manifest has it.
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:TieredStopAtLevel=1"));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.mainstay.bootstrap.Mainstay"));
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.matches("PORT|DATABASE_URL|REDIS_URL|JWT_SECRET"));
            builder.environment().put("PORT", "0");
            builder.environment().putAll(environment);
            return new Launched(builder.start(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until it has printed where it is, and returns that. */
    public String url() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            var address = ADDRESS.matcher(output());
            if (address.find()) {
                return address.group(1);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("it did not start: " + output());
    }

    /** Where it serves HTTP. */
    public int port() {
        return URI.create(url()).getPort();
    }

    /** A client without a token. */
    public Api api() {
        return Api.to(URI.create(url()));
    }

    /** Waits for its end and returns the exit code. */
    public int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("it did not end: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As Ctrl-C and an orchestrator do: SIGTERM. */
    public void askToStop() {
        process.destroy();
    }

    /** Asks it to stop and waits for its end. */
    public int terminate() {
        askToStop();
        return exitCode();
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    @Override
    public void close() {
        kill();
    }
}
