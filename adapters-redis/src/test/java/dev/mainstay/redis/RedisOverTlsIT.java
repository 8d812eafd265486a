package dev.mainstay.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mainstay.redis.connection.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** {@code rediss://} with an ACL user (G14): the server must show a certificate that the JVM trusts, for the host that was asked for. */
@Isolated("It changes whom this JVM trusts, and reads what is logged.")
class RedisOverTlsIT {

    private static final String TRUSTED = "javax.net.ssl.trustStore";
    private static final String TRUSTED_PASSWORD = "javax.net.ssl.trustStorePassword";
    private static final String STORE_PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private static TestRedis redis;
    private static int port;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void a_redis_that_speaks_tls_alone_with_one_user() throws Exception {
        makeCertificate(folder.resolve("store.p12"));
        port = TestRedis.freePort();
        redis = TestRedis.start(List.of(
                        "--port 0 --tls-port " + port,
                        "--tls-cert-file " + folder.resolve("cert.pem"),
                        "--tls-key-file " + folder.resolve("key.pem"),
                        "--tls-ca-cert-file " + folder.resolve("cert.pem"),
                        "--tls-auth-clients no",
                        "--user default off --user mainstay on >secret ~* &* +@all")
                .stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void forget() {
        logger().detachAppender(log);
        System.clearProperty(TRUSTED);
        System.clearProperty(TRUSTED_PASSWORD);
    }

    @Test
    void with_a_certificate_that_the_jvm_trusts_the_user_is_let_in() {
        trustTheCertificate();
        try (var instance = RedisFixture.patient("rediss://mainstay:secret@localhost:" + port)) {
            instance.awaitUp();
        }
    }

    @Test
    void a_certificate_nobody_vouches_for_is_refused_and_one_line_says_so() {
        assertThat(complaintAbout("rediss://mainstay:secret@localhost:" + port))
                .startsWith("redis_unreachable address=localhost:" + port)
                .contains("unable to find valid certification path")
                .doesNotContain("secret");
    }

    @Test
    void a_trusted_certificate_for_another_host_is_refused() {
        trustTheCertificate();

        assertThat(complaintAbout("rediss://mainstay:secret@127.0.0.1:" + port))
                .startsWith("redis_unreachable address=127.0.0.1:" + port)
                .contains("No subject alternative names");
    }

    @Test
    void a_wrong_password_is_told_and_not_shown() {
        trustTheCertificate();

        assertThat(complaintAbout("rediss://mainstay:guessed@localhost:" + port))
                .contains("WRONGPASS")
                .doesNotContain("guessed");
    }

    /** What is logged while Redis is tried again and again, in vain: once. */
    private String complaintAbout(String uri) {
        try (var instance = RedisFixture.with(RedisFixture.patientSettings(uri))) {
            RedisFixture.await("a complaint", () -> !complaints().isEmpty());
            // Long enough for a good many attempts.
            RedisFixture.elapse(Duration.ofMillis(500));
            assertThat(instance.isUp()).isFalse();
        }
        assertThat(complaints()).hasSize(1);
        return complaints().getFirst();
    }

    private List<String> complaints() {
        return List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.startsWith("redis_unreachable"))
                .toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("dev.mainstay.redis.connection.RedisKeeper");
    }

    private static void trustTheCertificate() {
        System.setProperty(TRUSTED, folder.resolve("store.p12").toString());
        System.setProperty(TRUSTED_PASSWORD, STORE_PASSWORD);
    }

    /** For {@code localhost} alone, signed by itself, as files for Redis and as a store for the JVM. */
    private static void makeCertificate(Path store) throws Exception {
        int result = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "redis",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        STORE_PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start()
                .waitFor();
        assertThat(result).as("keytool's exit code").isZero();
        var keys = KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray());
        pem("cert.pem", "CERTIFICATE", keys.getCertificate("redis").getEncoded());
        pem(
                "key.pem",
                "PRIVATE KEY",
                keys.getKey("redis", STORE_PASSWORD.toCharArray()).getEncoded());
        // A store of what is trusted holds certificates alone.
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("redis", keys.getCertificate("redis"));
        try (var file = Files.newOutputStream(store)) {
            trusted.store(file, STORE_PASSWORD.toCharArray());
        }
    }

    private static void pem(String file, String type, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                folder.resolve(file), "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n");
    }
}
