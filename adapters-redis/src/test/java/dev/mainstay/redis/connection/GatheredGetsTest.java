package dev.mainstay.redis.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.redis.connection.RedisUnavailable.Reason;
import io.lettuce.core.KeyValue;
import io.netty.util.concurrent.DefaultEventExecutor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheredGetsTest {

    private final DefaultEventExecutor loop = new DefaultEventExecutor();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final GatheredGets gets = new GatheredGets(List.of(loop), (runId, keys) -> {
        var question = new Asked(runId, List.copyOf(keys), new CompletableFuture<>());
        asked.add(question);
        return question.answer();
    });

    private record Asked(String runId, List<String> keys, CompletableFuture<List<KeyValue<String, byte[]>>> answer) {

        void answered() {
            answer.complete(keys.stream().map(key -> value(key)).toList());
        }

        private static KeyValue<String, byte[]> value(String key) {
            return key.startsWith("absent") ? KeyValue.empty(key) : KeyValue.just(key, key.getBytes(US_ASCII));
        }
    }

    @AfterEach
    void end() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void what_is_asked_in_one_turn_of_the_loop_goes_out_together_and_each_gets_its_own() {
        var answers = onLoop(() -> List.of(gets.get("life", "a"), gets.get("life", "absent"), gets.get("life", "b")));

        assertThat(asked).extracting(Asked::keys).containsExactly(List.of("a", "absent", "b"));
        asked.getFirst().answered();
        assertThat(text(answers.get(0))).hasValue("a");
        assertThat(text(answers.get(1))).isEmpty();
        assertThat(text(answers.get(2))).hasValue("b");
    }

    @Test
    void the_next_turn_asks_anew_although_the_first_is_not_answered() {
        onLoop(() -> gets.get("life", "a"));
        var second = onLoop(() -> gets.get("life", "b"));

        assertThat(asked).extracting(Asked::keys).containsExactly(List.of("a"), List.of("b"));
        asked.get(1).answered();
        assertThat(text(second)).hasValue("b");
    }

    @Test
    void two_lives_of_redis_are_never_asked_in_one() {
        onLoop(() -> List.of(gets.get("one", "a"), gets.get("other", "b"), gets.get("other", "c")));

        assertThat(asked).extracting(Asked::runId).containsExactly("one", "other");
        assertThat(asked).extracting(Asked::keys).containsExactly(List.of("a"), List.of("b", "c"));
    }

    @Test
    void a_failure_is_everybodys() {
        var answers = onLoop(() -> List.of(gets.get("life", "a"), gets.get("life", "b")));

        asked.getFirst().answer().completeExceptionally(new RedisUnavailable(Reason.OPEN, "away"));

        for (var answer : answers) {
            assertThatThrownBy(() -> text(answer)).hasRootCauseInstanceOf(RedisUnavailable.class);
        }
    }

    @Test
    void answers_come_on_the_loop_that_asked() {
        var thread = onLoop(() -> gets.get("life", "a").thenApply(any -> loop.inEventLoop()));
        asked.getFirst().answered();

        assertThat(thread.orTimeout(5, TimeUnit.SECONDS).join()).isTrue();
    }

    @Test
    void any_other_thread_asks_alone_and_at_once() {
        var _ = gets.get("life", "a");
        var second = gets.get("life", "b");

        assertThat(asked).extracting(Asked::keys).containsExactly(List.of("a"), List.of("b"));
        asked.get(1).answered();
        assertThat(text(second)).hasValue("b");
    }

    /** Returns when the turn is over. */
    private <T> T onLoop(Supplier<T> asking) {
        T result = loop.submit(asking::get).syncUninterruptibly().getNow();
        loop.submit(() -> {}).awaitUninterruptibly(Duration.ofSeconds(5).toMillis());
        return result;
    }

    private static Optional<String> text(CompletableFuture<Optional<byte[]>> answer) {
        return answer.orTimeout(5, TimeUnit.SECONDS).join().map(bytes -> new String(bytes, US_ASCII));
    }
}
