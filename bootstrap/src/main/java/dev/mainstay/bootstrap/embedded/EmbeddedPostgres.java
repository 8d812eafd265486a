package dev.mainstay.bootstrap.embedded;

import dev.mainstay.bootstrap.configuration.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL whose data last: initialized once, started with {@code fsync} and synchronous commits, and stopped in order. One that
 * a killed process left running is stopped first, so that it never blocks a start.
 *
 * <p>{@code pg_ctl} puts it into a session of its own: Ctrl-C in a terminal reaches the application alone, which stops its
 * database last.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String USER = "postgres";

    private final Path binaries;
    private final Path data;
    private final Path log;
    private final int port;

    private EmbeddedPostgres(Path binaries, Path data, Path log, int port) {
        this.binaries = binaries;
        this.data = data;
        this.log = log;
        this.port = port;
    }

    /** Starts it on the data in the home directory, on any free port. */
    public static EmbeddedPostgres start(Home home) {
        var postgres = new EmbeddedPostgres(
                PostgresBinaries.unpackedIn(home.directory("postgres-18.6.0")),
                home.directory("postgres"),
                home.directory("postgres.log"),
                FreePort.find());
        postgres.initialize();
        postgres.stopLeftover();
        postgres.start();
        return postgres;
    }

    private void initialize() {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        // Under another name first: a start that is cut off half-way leaves nothing that looks like data.
        Path unfinished = data.resolveSibling("postgres.new");
        delete(unfinished);
        require(
                "initdb",
                "-A",
                "trust",
                "-U",
                USER,
                "-E",
                "UTF-8",
                "--locale=C",
                "--no-sync",
                "-D",
                unfinished.toString());
        try {
            Files.move(unfinished, data);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void stopLeftover() {
        Path pidFile = data.resolve("postmaster.pid");
        if (Commands.running(pidFile, "postgres").isPresent()) {
            stop();
        } else {
            delete(pidFile);
        }
    }

    /** Starts it again after {@link #stop}, on the same port. */
    public void start() {
        var options = List.of(
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=",
                "-c fsync=on",
                "-c synchronous_commit=on",
                "-c timezone=UTC",
                "-c max_connections=100",
                "-c log_destination=stderr");
        require(
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                log.toString(),
                "-w",
                "-t",
                "60",
                "-o",
                String.join(" ", options),
                "start");
    }

    /** Ends all sessions, writes everything out and stops. */
    public void stop() {
        require("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", "30", "stop");
    }

    public DatabaseUrl url() {
        return new DatabaseUrl("127.0.0.1", port, "postgres", USER, "", Map.of("sslmode", "disable"));
    }

    private void require(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root; in a user namespace without a mapping it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        int code = Commands.run(command, log, PATIENCE);
        if (code != 0) {
            throw new IllegalStateException(
                    "the embedded PostgreSQL's " + program + " ended with " + code + "; see " + log);
        }
    }

    private static void delete(Path path) {
        try {
            if (Files.isDirectory(path)) {
                try (var entries = Files.list(path)) {
                    entries.forEach(EmbeddedPostgres::delete);
                }
            }
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        if (Commands.running(data.resolve("postmaster.pid"), "postgres").isPresent()) {
            stop();
        }
    }
}
