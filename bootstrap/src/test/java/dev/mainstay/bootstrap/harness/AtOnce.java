package dev.mainstay.bootstrap.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Does things at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What each of eight threads gets, which is told its number and starts when all of them are there. */
    public static <T> List<T> eight(IntFunction<T> each) throws InterruptedException {
        return many(8, each);
    }

    /** The same with another number of threads. */
    public static <T> List<T> many(int count, IntFunction<T> each) throws InterruptedException {
        var together = new CyclicBarrier(count);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = new ArrayList<Future<T>>();
            for (int i = 0; i < count; i++) {
                int number = i;
                begun.add(threads.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    return each.apply(number);
                }));
            }
            var results = new ArrayList<T>();
            for (Future<T> one : begun) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }
}
