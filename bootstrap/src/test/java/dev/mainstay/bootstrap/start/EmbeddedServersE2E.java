package dev.mainstay.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.BesideOthers;
import dev.mainstay.bootstrap.harness.Launched;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With nothing configured, everything that is needed is started, kept, and stopped again. */
@BesideOthers
class EmbeddedServersE2E {

    @TempDir
    private Path home;

    @Test
    void data_and_secret_outlive_a_stop_and_a_kill() throws Exception {
        try (var first = start()) {
            assertThat(status(first.url() + "/health/ready")).isEqualTo(200);
            assertThat(first.terminate()).isEqualTo(143);
            assertThat(running()).isEmpty();
        }
        String secret = Files.readString(home.resolve("jwt-secret"));
        assertThat(Files.getPosixFilePermissions(home.resolve("jwt-secret")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));

        try (var second = start()) {
            second.url();
            second.kill();
            assertThat(running()).as("what a killed instance leaves behind").hasSize(2);
        }

        try (var third = start()) {
            assertThat(status(third.url() + "/health/ready")).isEqualTo(200);
            assertThat(Files.readString(home.resolve("jwt-secret"))).isEqualTo(secret);
            assertThat(running()).as("embedded servers").hasSize(2);

            try (var rival = start()) {
                assertThat(rival.exitCode()).isEqualTo(1);
                assertThat(rival.output()).contains("Another Mainstay is running on the data in " + home);
            }
            third.terminate();
        }
        assertThat(running()).isEmpty();
    }

    private Launched start() {
        return Launched.with(Map.of("MAINSTAY_HOME", home.toString()));
    }

    private static int status(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** The embedded servers of this home that run now, without their children. */
    private java.util.List<String> running() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(home.toString()))
                .filter(process -> process.parent()
                        .flatMap(parent -> parent.info().command())
                        .filter(command -> command.startsWith(home.toString()))
                        .isEmpty())
                .map(process -> process.info().command().orElse(""))
                .toList();
    }
}
