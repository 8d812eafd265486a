package dev.mainstay.bootstrap.embedded;

import dev.mainstay.bootstrap.configuration.RedisUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis beside the application, with the recommended {@code maxmemory} and policy (G14). It runs as a daemon in a session of
 * its own, so that Ctrl-C in a terminal reaches the application alone.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path executable;
    private final Path directory;
    private final int port;

    private EmbeddedRedis(Path executable, Path directory, int port) {
        this.executable = executable;
        this.directory = directory;
        this.port = port;
    }

    /** Starts it on the data in the home directory, on any free port. */
    public static EmbeddedRedis start(Home home) {
        Path directory = home.directory("redis");
        try {
            Files.createDirectories(directory);
            Path executable = directory.resolve("redis-server");
            if (!Files.isExecutable(executable)) {
                Files.move(
                        ExecutableProvider.newJarResourceProvider(directory.toFile())
                                .get()
                                .toPath(),
                        executable);
            }
            var redis = new EmbeddedRedis(executable, directory, FreePort.find());
            redis.close();
            redis.start();
            return redis;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts it again after {@link #close}, on the same port. */
    public void start() {
        Path configuration = directory.resolve("redis.conf");
        try {
            Files.writeString(configuration, """
                    port %d
                    bind 127.0.0.1
                    daemonize yes
                    dir "%s"
                    pidfile "%s"
                    logfile "%s"
                    maxmemory 256mb
                    maxmemory-policy allkeys-lru
                    save 300 1
                    stop-writes-on-bgsave-error no
                    """.formatted(port, directory, pidFile(), directory.resolve("redis.log")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        int code = Commands.run(
                List.of(executable.toString(), configuration.toString()), directory.resolve("redis.log"), PATIENCE);
        if (code != 0) {
            throw new IllegalStateException("the embedded Redis ended with " + code + "; see " + directory);
        }
        awaitAnswer();
    }

    private void awaitAnswer() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the embedded Redis does not answer; see " + directory);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException notYet) {
            return false;
        }
    }

    public RedisUrl url() {
        return new RedisUrl("redis://127.0.0.1:" + port);
    }

    /** The process, for whoever wants to stop, continue or kill it. */
    public Optional<ProcessHandle> process() {
        return Commands.running(pidFile(), "redis-server");
    }

    private Path pidFile() {
        return directory.resolve("redis.pid");
    }

    @Override
    public void close() {
        process().ifPresent(process -> Commands.end(process, PATIENCE));
    }
}
