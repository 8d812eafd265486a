package dev.mainstay.postgres.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerOnAReplicaIT {

    @TempDir
    private Path data;

    @Test
    void the_answer_of_a_server_in_recovery_gives_no_trust() throws IOException {
        try (var primary = start()) {
            Migrations.run(primary.getPostgresDatabase());
            assertThat(ledger(primary).standing().distrustSince()).isEmpty();
        }
        Files.createFile(data.resolve("standby.signal"));

        try (var replica = start()) {
            var ledger = ledger(replica);
            assertThatThrownBy(ledger::standing).isInstanceOf(Unavailable.class).hasMessageContaining("replica");
            assertThatThrownBy(() -> ledger.declareDistrust(UUID.randomUUID())).isInstanceOf(Unavailable.class);
        }
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    private static CoherenceLedger ledger(EmbeddedPostgres server) {
        var connections = server.getPostgresDatabase();
        return new PostgresCoherenceLedger(new Database(connections), connections, Duration.ofSeconds(1));
    }
}
