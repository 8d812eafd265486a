package dev.mainstay.bootstrap.coherence.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One instance of the system under test, a process of its own, on a port that outlives it. */
public final class Instance implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** They yield to the servers and the links, so that an answer of Redis that is late has been made late. */
    private static final String NICE = "5";

    /**
     * The compiler alone does not yield, where the user may say so: else the requests, which never end, leave it so little that an instance is
     * slow for minutes, after each start. And no collection of everything because the first classes are loaded.
     */
    private static final List<String> OPTIONS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:MetaspaceSize=128m",
            "-XX:ThreadPriorityPolicy=1",
            "-XX:JavaPriority5_To_OSPriority=" + NICE,
            "-XX:CompilerThreadPriority=0",
            "--enable-native-access=ALL-UNNAMED");

    private final int number;
    private final int port;
    private final Launch launch;
    private final Link redis;
    private final Link postgres;
    private final Path output;
    private Process process;

    Instance(int number, int port, Launch launch, Link redis, Link postgres) {
        this.number = number;
        this.port = port;
        this.launch = launch;
        this.redis = redis;
        this.postgres = postgres;
        try {
            Path directory = Files.createDirectories(Path.of("target", "coherence"));
            output = Files.createTempFile(directory, "instance-" + number + "-", ".log");
            process = launched();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Process launched() throws IOException {
        var command = new ArrayList<>(List.of("nice", "-n", NICE));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), launch.mainClass()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output.toFile()));
        builder.environment().putAll(launch.environment());
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().put("REDIS_URL", "redis://127.0.0.1:" + redis.port());
        builder.environment()
                .put(
                        "DATABASE_URL",
                        "postgresql://postgres@127.0.0.1:" + postgres.port() + "/postgres?sslmode=disable");
        return builder.start();
    }

    public int number() {
        return number;
    }

    public int port() {
        return port;
    }

    /** Its wire to Redis. */
    public Link redis() {
        return redis;
    }

    /** Its wire to PostgreSQL. */
    public Link postgres() {
        return postgres;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Where its output goes. */
    public Path output() {
        return output;
    }

    /** Writes a line to its standard input. */
    public void tell(String line) {
        try {
            var in = process.getOutputStream();
            in.write((line + '\n').getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /**
     * Starts it again after a kill, and waits until it is ready. As whoever supervises it would, once more if it ends itself: that is what
     * it does while PostgreSQL is away.
     */
    public void start() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        launch();
        while (!ready()) {
            if (System.nanoTime() > end) {
                throw notReady();
            }
            if (!process.isAlive()) {
                launch();
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private void launch() {
        try {
            process = launched();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until it answers that it is ready. */
    public void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw notReady();
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private IllegalStateException notReady() {
        return new IllegalStateException("instance " + number + " is not ready; see " + output);
    }

    private boolean ready() {
        try {
            var health =
                    URI.create("http://127.0.0.1:" + port + "/health/ready").toURL();
            var connection = (HttpURLConnection) health.openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200;
        } catch (IOException failing) {
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
