package dev.mainstay.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.embedded.EmbeddedRedis;
import dev.mainstay.bootstrap.harness.BesideOthers;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A client cannot tell from what is answered whether there is a Redis (G1, G8): views and signals cost time at most. */
@BesideOthers
class SameAnswersWhateverRedisDoesE2E {

    private static final class Expected {
        static final Transcript HEALTHY = withRedis(redis -> {});
    }

    private interface Fault {
        void strike(ProcessHandle redis);
    }

    @Test
    void never_configured() {
        try (var server = MainstayServer.withoutRedis()) {
            assertSame(Conversation.with(server, () -> {}));
        }
    }

    @Test
    void killed_half_way() {
        assertSame(withRedis(ProcessHandle::destroyForcibly));
    }

    @Test
    void hung_half_way() {
        assertSame(withRedis(redis -> Signals.send("STOP", redis)));
    }

    private static void assertSame(Transcript actual) {
        var expected = Expected.HEALTHY.lines();
        assertThat(actual.lines()).hasSameSizeAs(expected);
        for (int line = 0; line < expected.size(); line++) {
            assertThat(actual.lines().get(line)).isEqualTo(expected.get(line));
        }
        assertThat(actual.longest()).as(actual.slowest()).isLessThan(Duration.ofSeconds(3));
    }

    private static Transcript withRedis(Fault fault) {
        EmbeddedRedis redis = TestServers.ownRedis();
        ProcessHandle process = redis.process().orElseThrow();
        try (var server = MainstayServer.with(redis)) {
            return Conversation.with(server, () -> fault.strike(process));
        } finally {
            process.destroyForcibly();
        }
    }
}
