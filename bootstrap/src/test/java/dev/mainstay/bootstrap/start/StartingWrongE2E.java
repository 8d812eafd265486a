package dev.mainstay.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.BesideOthers;
import dev.mainstay.bootstrap.harness.Launched;
import dev.mainstay.bootstrap.harness.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A start that cannot work ends at once, with exit code 1 and one sentence that says what to change. */
@BesideOthers
class StartingWrongE2E {

    private static final String SECRET = "0123456789abcdefghijklmnopqrstuvwxyz";

    @Test
    void without_a_secret() {
        assertThat(sentenceOf(Map.of("DATABASE_URL", "postgresql://u@localhost/db")))
                .startsWith("JWT_SECRET is not set");
    }

    @Test
    void with_a_weak_secret() {
        assertThat(sentenceOf(Map.of("DATABASE_URL", "postgresql://u@localhost/db", "JWT_SECRET", "weak")))
                .startsWith("JWT_SECRET is too weak");
    }

    @Test
    void with_a_database_that_does_not_answer() {
        assertThat(sentenceOf(Map.of("DATABASE_URL", "postgresql://u:hidden@127.0.0.1:1/db", "JWT_SECRET", SECRET)))
                .startsWith("PostgreSQL at 127.0.0.1:1/db cannot be used")
                .doesNotContain("hidden");
    }

    @Test
    void with_a_url_of_another_database() {
        assertThat(sentenceOf(Map.of("DATABASE_URL", "mysql://u@localhost/db", "JWT_SECRET", SECRET)))
                .startsWith("DATABASE_URL must start with postgresql://");
    }

    @Test
    void with_a_port_that_is_taken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("0.0.0.0"))) {
            var environment = Map.of(
                    "DATABASE_URL", TestServers.freshDatabaseUrl(),
                    "JWT_SECRET", SECRET,
                    "PORT", String.valueOf(taken.getLocalPort()));

            assertThat(sentenceOf(environment)).startsWith("Port " + taken.getLocalPort() + " is in use");
        }
    }

    private static String sentenceOf(Map<String, String> environment) {
        try (var launched = Launched.with(environment)) {
            assertThat(launched.exitCode()).as(launched.output()).isEqualTo(1);
            var lines = launched.output()
                    .lines()
                    .filter(line -> !line.matches("\\d\\d:\\d\\d:\\d\\d.*"))
                    .toList();
            assertThat(lines).hasSize(1);
            return lines.getFirst();
        }
    }
}
