package dev.mainstay.http.threads;

import dev.mainstay.application.patience.Patience;
import dev.mainstay.http.requestid.RequestIds;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Runs what may wait, for the database above all, on virtual threads that log the request's id (O1) and wait for the cache out of one
 * purse (G8). The event loop carries neither, for there nothing waits and hardly anything is logged.
 */
@Singleton
public final class Workers {

    private static final String PATIENCE = "mainstay.patience";

    private final ExecutorService threads;

    Workers(@Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.threads = threads;
    }

    /** Comes to what the work returns, or fails as it does. */
    public <T> CompletionStage<T> run(HttpRequest<?> request, Supplier<T> work) {
        return CompletableFuture.supplyAsync(context(request).wrap(work), threads);
    }

    /** The context of the present thread, and what every thread that works on the request carries beside it. */
    static PropagatedContext context(HttpRequest<?> request) {
        return PropagatedContext.getOrEmpty().plus(carried(request));
    }

    static Carried carried(HttpRequest<?> request) {
        return new Carried(RequestIds.of(request), patienceOf(request));
    }

    /** The request has waited for the cache, and kept no thread while it did. */
    public static void waited(HttpRequest<?> request, long nanos) {
        patienceOf(request).spend(nanos);
    }

    private static Patience patienceOf(HttpRequest<?> request) {
        return request.getAttribute(PATIENCE).map(Patience.class::cast).orElseGet(() -> {
            var patience = new Patience();
            request.setAttribute(PATIENCE, patience);
            return patience;
        });
    }

    /** What a thread had before it worked for the request. */
    record Before(@Nullable String id, @Nullable Patience patience) {}

    /** The request's id in the log, and its patience. */
    record Carried(String id, Patience patience) implements ThreadPropagatedContextElement<Before> {

        private static final String KEY = "request";

        @Override
        public Before updateThreadContext() {
            var before = new Before(MDC.get(KEY), Patience.exchange(patience));
            MDC.put(KEY, id);
            return before;
        }

        @Override
        public void restoreThreadContext(@Nullable Before before) {
            Patience.exchange(before == null ? null : before.patience());
            @Nullable String id = before == null ? null : before.id();
            if (id == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, id);
            }
        }
    }
}
