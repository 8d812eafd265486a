package dev.mainstay.postgres.identity;

import dev.mainstay.domain.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does things at the same moment. */
final class AtOnce {

    private AtOnce() {}

    /** What each of them answers; all start together. */
    static <T> List<T> atOnce(List<Callable<T>> callers) {
        var start = new CyclicBarrier(callers.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = callers.stream()
                    .map(caller -> threads.submit(() -> {
                        start.await(10, TimeUnit.SECONDS);
                        return caller.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get(20, TimeUnit.SECONDS));
            }
            return results;
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The refusal's code, or {@code ok}. */
    static Callable<String> outcome(Runnable action) {
        return () -> {
            try {
                action.run();
                return "ok";
            } catch (Refusal refusal) {
                return refusal.code();
            }
        };
    }
}
