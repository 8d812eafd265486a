package dev.mainstay.bootstrap.ground;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.bootstrap.Mainstay;
import dev.mainstay.bootstrap.configuration.Misconfigured;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TooOldPostgresTest {

    @Test
    void a_server_older_than_15_is_refused_in_one_sentence() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var served = threads.submit(() -> {
                try (Socket client = server.accept()) {
                    greetAsVersion14(client);
                }
                return true;
            });
            String where = "127.0.0.1:" + server.getLocalPort();
            var environment = Map.of(
                    "DATABASE_URL",
                    "postgresql://ann:secret@" + where + "/facts?sslmode=disable",
                    "JWT_SECRET",
                    "for-tests-alone-0123456789-abcdefghijklmnopqrstuvwxyz");

            assertThatThrownBy(() -> Mainstay.start(environment).close())
                    .isInstanceOf(Misconfigured.class)
                    .hasMessageMatching("PostgreSQL at .+ is version 14; Mainstay needs 15 or newer\\.")
                    .hasMessageNotContaining("secret");
            assertThat(served).succeedsWithin(Duration.ofSeconds(5));
        }
    }

    /** As much of the frontend/backend protocol (version 3.0) as the driver needs to connect; every statement is a SET. */
    private static void greetAsVersion14(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        var out = new DataOutputStream(client.getOutputStream());
        in.skipNBytes(in.readInt() - 4);
        send(out, 'R', new byte[4]);
        status(out, "server_version", "14.9");
        status(out, "client_encoding", "UTF8");
        status(out, "DateStyle", "ISO, MDY");
        status(out, "standard_conforming_strings", "on");
        status(out, "integer_datetimes", "on");
        send(out, 'Z', new byte[] {'I'});
        try {
            for (int type = in.readByte(); type != 'X'; type = in.readByte()) {
                in.skipNBytes(in.readInt() - 4);
                switch (type) {
                    case 'Q' -> {
                        send(out, 'C', "SET\0".getBytes(UTF_8));
                        send(out, 'Z', new byte[] {'I'});
                    }
                    case 'P' -> send(out, '1', new byte[0]);
                    case 'B' -> send(out, '2', new byte[0]);
                    case 'D' -> send(out, 'n', new byte[0]);
                    case 'E' -> send(out, 'C', "SET\0".getBytes(UTF_8));
                    case 'S' -> send(out, 'Z', new byte[] {'I'});
                    default -> throw new IOException("unexpected message " + (char) type);
                }
            }
        } catch (EOFException gone) {
            client.close();
        }
    }

    private static void status(DataOutputStream out, String name, String value) throws IOException {
        send(out, 'S', (name + '\0' + value + '\0').getBytes(UTF_8));
    }

    private static void send(DataOutputStream out, char type, byte[] body) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length + 4);
        out.write(body);
        out.flush();
    }
}
