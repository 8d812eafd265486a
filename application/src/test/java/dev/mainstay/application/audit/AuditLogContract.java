package dev.mainstay.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.event.AuditEntry;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link AuditLog} does. */
public abstract class AuditLogContract {

    protected static final Instant NOW = Instant.parse("2026-05-01T08:00:00.123456Z");

    protected AuditLog log;
    protected Transactions transactions;

    /** Opens an empty log and its transactions. */
    protected abstract Opened open();

    /** A store and its transactions. */
    public record Opened(AuditLog log, Transactions transactions) {}

    @BeforeEach
    final void openLog() {
        var opened = open();
        log = opened.log();
        transactions = opened.transactions();
    }

    protected static AuditEntry entry(UUID subject, String action) {
        return new AuditEntry(null, action, "user", subject, Map.of("a", "1", "b", ""), Map.of("a", "2 \"x\" =>, \\"));
    }

    protected void append(AuditEntry entry, Instant at) {
        transactions.run(() -> {
            log.append(entry, at);
            return true;
        });
    }

    @Test
    void the_entries_on_a_subject_come_the_latest_first_as_they_were_written() {
        var subject = UUID.randomUUID();
        var byAnn = new AuditEntry(UUID.randomUUID(), "role.granted", "user", subject, Map.of(), Map.of());
        append(entry(subject, "user.registered"), NOW);
        append(byAnn, NOW.plusSeconds(1));
        append(entry(UUID.randomUUID(), "user.registered"), NOW);

        assertThat(log.on(subject, 10))
                .extracting(AuditLog.Recorded::entry)
                .containsExactly(byAnn, entry(subject, "user.registered"));
        assertThat(log.on(subject, 1))
                .singleElement()
                .satisfies(latest -> assertThat(latest.at()).isEqualTo(NOW.plusSeconds(1)));
    }

    @Test
    void what_was_rolled_back_is_not_in_it_and_leaves_no_gap() {
        var subject = UUID.randomUUID();
        append(entry(subject, "one"), NOW);
        assertThatThrownBy(() -> transactions.run(() -> {
                    log.append(entry(subject, "two"), NOW);
                    throw new IllegalStateException("refused");
                }))
                .isInstanceOf(IllegalStateException.class);
        append(entry(subject, "three"), NOW);

        assertThat(log.on(subject, 10))
                .extracting(recorded -> recorded.entry().action())
                .containsExactly("three", "one");
        assertThat(log.verify()).isEmpty();
    }

    @Test
    void nothing_is_appended_outside_a_transaction() {
        assertThatThrownBy(() -> log.append(entry(UUID.randomUUID(), "late"), NOW))
                .isInstanceOf(IllegalStateException.class);
    }
}
