package dev.mainstay.redis.connection;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/** A real Redis of a test's own, on a free port, that can be killed, paused and started again. */
public final class TestRedis implements AutoCloseable {

    /** Unpacked once, and what all of them run in: nothing is ever written there. */
    private static final class Executable {
        static final File FILE = unpack();

        private static File unpack() {
            try {
                File directory = Files.createTempDirectory("test-redis").toFile();
                directory.deleteOnExit();
                File file = ExecutableProvider.newJarResourceProvider(directory).get();
                file.deleteOnExit();
                return file;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private final int port;
    private final List<String> options;
    private Process process;

    private TestRedis(int port, List<String> options) throws IOException {
        this.port = port;
        this.options = options;
        this.process = launch();
    }

    /** Starts one with the given options, such as {@code --requirepass}. */
    public static TestRedis start(String... options) {
        try {
            return new TestRedis(freePort(), List.of(options));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where nothing listens: a Redis that is dead. */
    public static String deadUri() {
        try {
            return "redis://127.0.0.1:" + freePort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Hangs it: connections stay open and nothing is answered. */
    public void pause() {
        signal("STOP");
    }

    /** Lets a hung one go on where it stopped. */
    public void resume() {
        signal("CONT");
    }

    /** Ends it without a word; its data is gone. */
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test's Redis does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again, empty, on the same port. */
    public void restart() {
        try {
            process = launch();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of(
                Executable.FILE.getPath(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--dir",
                Executable.FILE.getParent(),
                "--maxmemory",
                "64mb",
                "--maxmemory-policy",
                "allkeys-lru"));
        command.addAll(options);
        Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
        awaitReady(started);
        return started;
    }

    private static void awaitReady(Process started) throws IOException {
        // Left open: a closed pipe would end the server at its next line.
        var output = new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Ready to accept connections")) {
                return;
            }
        }
        throw new IllegalStateException("the test's Redis did not start: " + said);
    }

    private void signal(String name) {
        try {
            int result = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException("kill -" + name + " failed");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Below those that the system gives to outgoing connections: one of these might have it before the server does. */
    public static int freePort() throws IOException {
        while (true) {
            try (var socket = new ServerSocket(ThreadLocalRandom.current().nextInt(15_000, 32_000))) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Another one.
            }
        }
    }
}
