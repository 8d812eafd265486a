package dev.mainstay.http.limits;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mainstay.http.probe.ProbeServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A body that is too large or too slow is refused, and its connection ended. */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class BodyLimitsTest {

    private static final Duration HEAD_TIMEOUT = Duration.ofMillis(500);

    @AutoClose
    private final ProbeServer server = ProbeServer.start(
            Map.of("mainstay.http.body-timeout", "1s", "mainstay.http.head-timeout", HEAD_TIMEOUT.toMillis() + "ms"));

    @Test
    void a_body_over_the_limit_is_413() {
        var answer = server.post("{\"text\":\"" + "a".repeat(1024 * 1024) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("body_too_large", "1048576");
    }

    @Test
    void a_file_may_be_larger() {
        var answer = server.send("POST", "/probe/file", "a".repeat(2_000_000), "Content-Type", "text/plain");

        assertThat(answer.body()).isEqualTo("{\"length\":2000000}");
    }

    @Test
    void a_hundred_megabytes_are_refused_by_their_announcement() throws IOException {
        assertThat(server.raw(head("/probe", "Content-Length: 104857600"))).startsWith("HTTP/1.1 413");
        assertThat(server.raw(head("/probe/file", "Content-Length: 104857600"))).startsWith("HTTP/1.1 413");
    }

    @Test
    void a_hundred_megabytes_in_chunks_are_refused_when_they_are_too_many() throws IOException {
        try (var socket = server.connect()) {
            assertThat(sendChunks(socket, 100)).startsWith("HTTP/1.1 413").contains("body_too_large");
        }
    }

    @Test
    void who_is_still_sending_when_refused_reads_the_answer() throws Exception {
        try (var socket = server.connect()) {
            var out = socket.getOutputStream();
            out.write(head("/probe", "Content-Length: 104857600").getBytes(US_ASCII));
            for (int i = 0; i < 20; i++) {
                out.write(new byte[0x10000]);
                Thread.sleep(10);
            }

            assertThat(ProbeServer.read(socket)).startsWith("HTTP/1.1 413");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void who_never_stops_sending_is_cut_off() throws Exception {
        try (var socket = server.connect()) {
            var out = socket.getOutputStream();
            out.write(head("/probe", "Content-Length: 1048576000").getBytes(US_ASCII));

            assertThatExceptionOfType(SocketException.class).isThrownBy(() -> {
                for (int i = 0; i < 1_000; i++) {
                    out.write(new byte[0x400]);
                    Thread.sleep(10);
                }
            });
        }
    }

    @Test
    void a_small_body_that_unpacks_to_a_large_one_is_413() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 50; i++) {
                gzip.write(new byte[0x100000]);
            }
        }
        try (var socket = server.connect()) {
            var out = socket.getOutputStream();
            out.write(head("/probe", "Content-Encoding: gzip\r\nContent-Length: " + packed.size())
                    .getBytes(US_ASCII));
            packed.writeTo(out);
            out.flush();

            assertThat(ProbeServer.read(socket)).startsWith("HTTP/1.1 4").contains("application/problem+json");
        }
    }

    @Test
    void a_client_that_leaves_in_the_middle_harms_nobody() throws IOException {
        try (var socket = server.connect()) {
            socket.getOutputStream().write((head("/probe", "Content-Length: 100") + "{\"text\":").getBytes(US_ASCII));
        }

        assertThat(server.post("{\"text\":\"a\"}").statusCode()).isEqualTo(201);
    }

    @Test
    void a_slow_body_is_408_and_the_connection_ends() throws IOException {
        try (var socket = server.connect()) {
            socket.getOutputStream().write((head("/probe", "Content-Length: 100") + "{\"text\":").getBytes(US_ASCII));
            socket.getOutputStream().flush();

            assertThat(ProbeServer.read(socket)).startsWith("HTTP/1.1 408").contains("body_too_slow");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void a_body_whose_chunks_make_no_sense_is_400_and_the_connection_ends() throws IOException {
        String whole = "{\"text\":\"a\"}";
        for (String chunks :
                List.of("zz\r\n" + whole, "c\r\n" + whole + "\r\nzz\r\n", "c\r\n" + whole + "too long\r\n")) {
            try (var socket = server.connect()) {
                var out = socket.getOutputStream();
                out.write(head("/probe", "Transfer-Encoding: chunked").getBytes(US_ASCII));
                out.write(chunks.getBytes(US_ASCII));

                assertThat(ProbeServer.read(socket)).startsWith("HTTP/1.1 400").contains("malformed_request");
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void a_body_that_breaks_off_when_part_of_it_has_been_read_is_400_too() throws Exception {
        try (var socket = server.connect()) {
            var out = socket.getOutputStream();
            out.write(head("/probe/file", "Transfer-Encoding: chunked\r\nExpect: 100-continue")
                    .getBytes(US_ASCII));
            assertThat(ProbeServer.read(socket)).startsWith("HTTP/1.1 100");
            out.write("5\r\n12345\r\nzz\r\n".getBytes(US_ASCII));

            assertThat(ProbeServer.read(socket)).startsWith("HTTP/1.1 400").contains("malformed_request");
        }
    }

    @Test
    void a_head_that_trickles_is_cut_off() throws Exception {
        try (var socket = server.connect()) {
            assertThat(server.post("{\"text\":\"a\"}").statusCode()).isEqualTo(201);
            long begun = System.nanoTime();
            while (isOpenAfterAnotherByte(socket)) {
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void a_connection_between_two_requests_has_all_the_time() throws Exception {
        try (var socket = server.connect()) {
            String request = head("/probe", "Content-Length: 12") + "{\"text\":\"a\"}";
            for (int i = 0; i < 2; i++) {
                socket.getOutputStream().write(request.getBytes(US_ASCII));
                assertThat(ProbeServer.read(socket)).startsWith("HTTP/1.1 201");
                socket.setSoTimeout((int) HEAD_TIMEOUT.multipliedBy(2).toMillis());
                assertThatExceptionOfType(SocketTimeoutException.class)
                        .isThrownBy(() -> socket.getInputStream().read());
                socket.setSoTimeout(15_000);
            }
        }
    }

    /** A byte of a header line that never ends, and a look whether the server has hung up. */
    private static boolean isOpenAfterAnotherByte(Socket socket) throws IOException {
        socket.setSoTimeout(100);
        try {
            socket.getOutputStream().write('x');
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException nothingCame) {
            return true;
        } catch (SocketException closed) {
            return false;
        }
    }

    /** Sends a megabyte per chunk until it is all sent or the server has had enough. */
    private static String sendChunks(Socket socket, int megabytes) throws IOException {
        var out = socket.getOutputStream();
        out.write(head("/probe", "Transfer-Encoding: chunked").getBytes(US_ASCII));
        byte[] chunk = ("100000\r\n" + "a".repeat(0x100000) + "\r\n").getBytes(US_ASCII);
        try {
            for (int i = 0; i < megabytes; i++) {
                out.write(chunk);
            }
            out.write("0\r\n\r\n".getBytes(US_ASCII));
        } catch (IOException closedByServer) {
            assertThat(closedByServer).isNotNull();
        }
        return ProbeServer.read(socket);
    }

    private static String head(String path, String framing) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer alice\r\nContent-Type: "
                + (path.equals("/probe") ? "application/json" : "text/plain") + "\r\n" + framing + "\r\n\r\n";
    }
}
