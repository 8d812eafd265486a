package dev.mainstay.bootstrap.coherence.servers;

import dev.mainstay.bootstrap.embedded.EmbeddedRedis;
import dev.mainstay.bootstrap.harness.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A Redis that can be killed, stopped, flushed, and started from an old snapshot. */
public final class RedisServer implements AutoCloseable {

    private final EmbeddedRedis redis = TestServers.ownRedis();
    private final int port = URI.create(redis.url().text()).getPort();
    private final Path dump;

    RedisServer() {
        dump = Path.of(ask("CONFIG", "GET", "dir").getLast(), "dump.rdb");
        configure();
    }

    /** Nothing is saved but on demand, so that each restart finds the snapshot that the test wants it to find. */
    private void configure() {
        ask("CONFIG", "SET", "save", "");
        ask("CONFIG", "SET", "repl-diskless-sync", "yes");
        ask("CONFIG", "SET", "repl-diskless-sync-delay", "0");
    }

    public int port() {
        return port;
    }

    /** The answer to a command, past all links. */
    public List<String> ask(String... command) {
        return Resp.ask(port, command);
    }

    public ProcessHandle process() {
        return redis.process().orElseThrow(() -> new IllegalStateException("no Redis runs on port " + port));
    }

    /** As {@code kill -9} does. */
    public void kill() {
        var process = process();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Writes everything it holds into a file and returns that. */
    public Path snapshot() {
        try {
            ask("SAVE");
            Path copy = Files.createTempFile(dump.getParent(), "snapshot", ".rdb");
            return Files.copy(dump, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts it with nothing in it, after a kill. */
    public void startEmpty() {
        delete(dump);
        start();
    }

    /** Starts it with what it held when the snapshot was taken, after a kill. */
    public void startFrom(Path snapshot) {
        try {
            Files.copy(snapshot, dump, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        start();
        delete(dump);
        delete(snapshot);
    }

    private void start() {
        redis.start();
        configure();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        redis.process().ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }
}
