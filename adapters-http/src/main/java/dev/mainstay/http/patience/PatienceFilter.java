package dev.mainstay.http.patience;

import dev.mainstay.application.patience.Patience;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.jspecify.annotations.Nullable;

/** Lets the guard's thread and the controller's wait for the cache out of one purse (G8). */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PatienceFilter implements Ordered {

    @RequestFilter
    void before(MutablePropagatedContext context) {
        context.add(new Shared(new Patience()));
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }

    private record Shared(Patience patience) implements ThreadPropagatedContextElement<@Nullable Patience> {
        @Override
        public @Nullable Patience updateThreadContext() {
            return Patience.exchange(patience);
        }

        @Override
        public void restoreThreadContext(@Nullable Patience before) {
            Patience.exchange(before);
        }
    }
}
