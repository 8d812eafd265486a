package dev.mainstay.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.identity.CodeDelivery.Mail;
import dev.mainstay.application.identity.CodeDelivery.Undelivered;
import dev.mainstay.application.identity.Letters.Recipient;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.UserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveringLettersTest {

    private static final Recipient ANN =
            new Recipient(new UserId(UUID.randomUUID()), new EmailAddress("ann@example.org"), "Ann", "en");
    private static final Mail MAIL = new Mail(
            ANN, LetterKind.VERIFY_EMAIL, Optional.of("ABCD2345"), Optional.of(Instant.parse("2026-05-01T08:15:00Z")));

    @TempDir
    private Path folder;

    @Test
    void in_development_letters_are_appended_to_a_file_for_its_owners_eyes_alone() throws IOException {
        Path file = folder.resolve("new").resolve("mail.txt");
        var delivery = new MailFile(file, TestClock.at("2026-05-01T08:00:00Z"));

        delivery.deliver(MAIL);
        delivery.deliver(new Mail(ANN, LetterKind.ALREADY_REGISTERED, Optional.empty(), Optional.empty()));

        assertThat(Files.readString(file))
                .contains("To: ann@example.org", "ABCD-2345", "2026-05-01T08:15:00Z", "You already have an account");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_mail_does_not_show_address_or_code_in_a_log() {
        assertThat(MAIL.toString()).doesNotContain("ann", "ABCD2345");
        assertThat(ANN.email().toString()).doesNotContain("ann");
    }

    @Test
    void by_smtp_a_letter_reaches_the_server() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var thread = Executors.newSingleThreadExecutor()) {
            var received = thread.submit(() -> receive(server));
            var url = SmtpUrl.parse("smtp://localhost:" + server.getLocalPort());

            new SmtpDelivery(url, "mainstay@example.org").deliver(MAIL);

            assertThat(received.get())
                    .contains("MAIL FROM:<mainstay@example.org>", "RCPT TO:<ann@example.org>", "ABCD-2345");
        }
    }

    @Test
    void a_mail_server_that_is_away_is_told_without_address_or_code() throws IOException {
        int port;
        try (var closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        var delivery = new SmtpDelivery(SmtpUrl.parse("smtp://localhost:" + port), "mainstay@example.org");

        assertThatThrownBy(() -> delivery.deliver(MAIL))
                .isInstanceOfSatisfying(
                        Undelivered.class,
                        failure -> assertThat(failure.reason())
                                .contains("smtp://localhost:" + port)
                                .doesNotContain("ann@", "ABCD"));
    }

    @Test
    void the_address_of_a_mail_server_is_read_with_its_login_which_is_not_shown() {
        var url = SmtpUrl.parse("smtps://ann%40example.org:s%3Acret@mail.example.org");

        assertThat(url).isEqualTo(new SmtpUrl(true, "mail.example.org", 465, "ann@example.org", "s:cret"));
        assertThat(url.toString()).isEqualTo("smtps://mail.example.org:465");
        assertThat(SmtpUrl.parse("smtp://mail.example.org").port()).isEqualTo(587);
        assertThatThrownBy(() -> SmtpUrl.parse("http://mail.example.org")).hasMessageContaining("SMTP_URL");
    }

    /** The server's side of one delivery, as much of it as is needed. */
    private static String receive(ServerSocket server) throws IOException {
        var heard = new StringBuilder();
        try (Socket client = server.accept();
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                var out = client.getOutputStream()) {
            out.write("220 test\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.append(line).append('\n');
                if (data && !line.equals(".")) {
                    continue;
                }
                boolean begins = line.equals("DATA");
                data = begins;
                out.write((begins ? "354 go on\r\n" : "250 well\r\n").getBytes(StandardCharsets.US_ASCII));
                if (line.equals("QUIT")) {
                    break;
                }
            }
        }
        return heard.toString();
    }
}
