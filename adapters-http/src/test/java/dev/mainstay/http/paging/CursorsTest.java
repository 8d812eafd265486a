package dev.mainstay.http.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.http.probe.ProbeServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A list is read in pages; only cursors made here, for that list, continue it. */
@TestInstance(Lifecycle.PER_CLASS)
class CursorsTest {

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    @AutoClose
    private final ProbeServer server = ProbeServer.start();

    @Test
    void pages_follow_each_other_to_the_end() {
        String first = server.get("/probe/list?limit=200").body();
        String second =
                server.get("/probe/list?limit=200&cursor=" + next(first)).body();
        String last = server.get("/probe/list?limit=200&cursor=" + next(second)).body();

        assertThat(first).startsWith("{\"items\":[1,2,");
        assertThat(second).startsWith("{\"items\":[201,202,");
        assertThat(last).startsWith("{\"items\":[401,402,").endsWith(",500]}");
    }

    @Test
    void a_cursor_that_was_tampered_with_is_refused() {
        String cursor = next(server.get("/probe/list?limit=5").body());

        assertRefused(cursor.substring(1));
        assertRefused(cursor + "AA");
        assertRefused(flipped(cursor, 2));
        assertRefused(flipped(cursor, cursor.length() - 3));
        assertRefused("");
        assertRefused("%F0%9F%8E%89");
        assertRefused("a".repeat(3_000));
        assertRefused(Base64.getUrlEncoder()
                .encodeToString("0123456789abcdef[\"number\",\"1\"]".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        String cursor = next(server.get("/probe/list?limit=5").body());

        var answer = server.get("/probe/other-list?cursor=" + cursor);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_cursor");
    }

    @Test
    void a_cursor_made_under_another_secret_is_refused() {
        try (var other = ProbeServer.start(Map.of("mainstay.http.secret", "another"))) {
            assertRefused(next(other.get("/probe/list?limit=5").body()));
        }
    }

    private void assertRefused(String cursor) {
        var answer = server.get("/probe/list?cursor=" + cursor);

        assertThat(answer.body()).contains("invalid_cursor");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private static String next(String page) {
        var matcher = NEXT.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    private static String flipped(String cursor, int at) {
        char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
        return cursor.substring(0, at) + other + cursor.substring(at + 1);
    }
}
