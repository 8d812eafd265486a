package dev.mainstay.redis.connection;

import io.lettuce.core.KeyValue;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What requests look up during one turn of an event loop, asked of Redis as one MGET at its end, and answered on the same loop: one command to
 * encode, to queue and to decode, and one change of threads at most, for all of them. Whoever asks on another thread asks alone.
 */
final class GatheredGets {

    private static final int MOST_KEYS = 128;

    private final BiFunction<String, List<String>, CompletableFuture<List<KeyValue<String, byte[]>>>> asking;
    private final FastThreadLocal<Optional<Turn>> turns;

    /**
     * @param loops on which is gathered
     * @param asking sends an MGET of these keys to this life of the server; the values come in their order
     */
    GatheredGets(
            List<EventExecutor> loops,
            BiFunction<String, List<String>, CompletableFuture<List<KeyValue<String, byte[]>>>> asking) {
        this.asking = asking;
        this.turns = new FastThreadLocal<>() {
            @Override
            protected Optional<Turn> initialValue() {
                return loops.stream()
                        .filter(EventExecutor::inEventLoop)
                        .findFirst()
                        .map(Turn::new);
            }
        };
    }

    /** What lies at the key in this life of the server; fails with {@link RedisUnavailable}. */
    CompletableFuture<Optional<byte[]>> get(String runId, String key) {
        Optional<Turn> turn = turns.get();
        return turn.isPresent()
                ? turn.get().add(runId, key)
                : asking.apply(runId, List.of(key))
                        .thenApply(
                                values -> Optional.ofNullable(values.getFirst().getValueOrElse(null)));
    }

    /** What one loop has gathered; only ever touched on that loop. */
    private final class Turn {
        private final EventExecutor loop;
        private @Nullable Gathered present;

        Turn(EventExecutor loop) {
            this.loop = loop;
        }

        CompletableFuture<Optional<byte[]>> add(String runId, String key) {
            Gathered gathered = present;
            if (gathered == null || gathered.keys.size() == MOST_KEYS || !gathered.runId.equals(runId)) {
                gathered = begin(runId);
            }
            var answer = new CompletableFuture<Optional<byte[]>>();
            gathered.keys.add(key);
            gathered.answers.add(answer);
            return answer;
        }

        private Gathered begin(String runId) {
            var fresh = new Gathered(runId);
            present = fresh;
            // Tasks run when all that had arrived for this turn has been read.
            loop.execute(() -> send(fresh));
            return fresh;
        }

        private void send(Gathered gathered) {
            if (present == gathered) {
                present = null;
            }
            var _ = asking.apply(gathered.runId, gathered.keys)
                    .whenComplete((values, failure) -> onLoop(() -> gathered.settle(values, failure)));
        }

        private void onLoop(Runnable settle) {
            if (loop.inEventLoop()) {
                settle.run();
                return;
            }
            try {
                loop.execute(settle);
            } catch (RejectedExecutionException ended) {
                settle.run();
            }
        }
    }

    private static final class Gathered {
        private final String runId;
        private final List<String> keys = new ArrayList<>();
        private final List<CompletableFuture<Optional<byte[]>>> answers = new ArrayList<>();

        Gathered(String runId) {
            this.runId = runId;
        }

        void settle(@Nullable List<KeyValue<String, byte[]>> values, @Nullable Throwable failure) {
            for (int index = 0; index < answers.size(); index++) {
                if (values == null) {
                    answers.get(index).completeExceptionally(Objects.requireNonNull(failure));
                } else {
                    answers.get(index)
                            .complete(Optional.ofNullable(values.get(index).getValueOrElse(null)));
                }
            }
        }
    }
}
