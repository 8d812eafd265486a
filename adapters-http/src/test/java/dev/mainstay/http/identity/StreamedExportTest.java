package dev.mainstay.http.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.domain.refusal.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An export is whole, or visibly is not. */
@Timeout(20)
class StreamedExportTest {

    private record Id(UUID value) {}

    private record Row(
            Id id, String text, int number, Optional<Instant> at, List<Row> rows, Map<String, Boolean> flags) {}

    @Test
    void rows_of_plain_records_become_json() throws IOException {
        var id = new Id(new UUID(0x7000L, 1));
        var row = new Row(id, "a\"b", 7, Optional.empty(), List.of(), Map.of("x", true));

        try (var export = StreamedExport.start(sink -> {
            sink.section("one.rows");
            sink.row(row);
            sink.section("two.none");
        })) {
            assertThat(new String(export.readAllBytes(), UTF_8)).isEqualTo("""
                            {"one.rows":[{"id":"00000000-0000-7000-0000-000000000001","text":"a\\"b","number":7,\
                            "at":null,"rows":[],"flags":{"x":true}}],"two.none":[]}""");
        }
    }

    @Test
    void an_export_of_nothing_is_an_empty_object() throws IOException {
        try (var export = StreamedExport.start(sink -> {})) {
            assertThat(new String(export.readAllBytes(), UTF_8)).isEqualTo("{}");
        }
    }

    @Test
    void what_fails_before_the_first_byte_is_a_refusal_of_the_request() {
        assertThatThrownBy(() -> StreamedExport.start(sink -> {
                    throw new Unavailable("database_unavailable", "The database is away.", Duration.ofSeconds(2));
                }))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void what_fails_later_never_looks_whole() throws IOException {
        String large = "a".repeat(100_000);

        try (var export = StreamedExport.start(sink -> {
            sink.section("rows");
            sink.row(large);
            throw new IllegalStateException("the database went away");
        })) {
            assertThatThrownBy(export::readAllBytes).isInstanceOf(IOException.class);
        }
    }
}
