package dev.mainstay.http.guard;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.ratelimit.RateLimiter.Verdict;
import dev.mainstay.application.ratelimit.RateSubject;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.refusal.NotAllowed;
import dev.mainstay.domain.refusal.NotAuthenticated;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.http.caching.ReadyAnswer;
import dev.mainstay.http.guard.Authentication.Claim;
import dev.mainstay.http.ratelimit.ClientAddresses;
import dev.mainstay.http.ratelimit.RateGate;
import dev.mainstay.http.threads.Workers;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.RouteMatch;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody through to an operation without a live session, unless the operation is {@link Open}, and counts the request.
 *
 * <p>On the event loop as long as the cache can say who it is: the counter, the session and the answer that may lie ready are asked for in
 * one flush, so a warm read never leaves the loop and never reaches a controller. Whatever the cache cannot say is asked of the facts, on a
 * worker. A token whose session is over counts against its user as well as against its address, for both are asked for at once.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Guard implements Ordered {

    private static final CompletionStage<Optional<HttpResponse<?>>> GO_ON =
            CompletableFuture.completedFuture(Optional.empty());
    private static final CompletionStage<Optional<byte[]>> NOTHING_READY =
            CompletableFuture.completedFuture(Optional.empty());

    /** What counts of a wait at most: the cache's own budget for a step. The rest is a busy machine's. */
    private static final long LONGEST_WAIT = 40_000_000;

    private static final long UNCOUNTED_WAIT = 2_000_000;

    private final Authentication authenticate;
    private final RateGate rates;
    private final ClientAddresses addresses;
    private final OpenPaths openPaths;
    private final GuardedRoutes routes;
    private final Workers workers;

    Guard(
            Authentication authenticate,
            RateGate rates,
            ClientAddresses addresses,
            OpenPaths openPaths,
            GuardedRoutes routes,
            Workers workers) {
        this.authenticate = authenticate;
        this.rates = rates;
        this.addresses = addresses;
        this.openPaths = openPaths;
        this.routes = routes;
        this.workers = workers;
    }

    /** An answer that lies ready, or none and the request goes on; a refusal fails it. */
    @RequestFilter
    CompletionStage<Optional<HttpResponse<?>>> check(HttpRequest<?> request, @Nullable RouteMatch<?> match) {
        if (openPaths.contain(request.getPath())) {
            return GO_ON;
        }
        GuardedRoute route = routes.of(request, match);
        var checked = check(request, route);
        return route.webSocket() ? onEventLoop(request, checked) : checked;
    }

    /**
     * Micronaut answers a handshake, and then puts its end of the WebSocket into the pipeline, on whatever thread the filters leave off. On
     * another one than the connection's, a frame that the client sends at once comes before there is anybody to take it, and a client that
     * leaves takes the pipeline away under the thread that builds it.
     */
    private static CompletionStage<Optional<HttpResponse<?>>> onEventLoop(
            HttpRequest<?> request, CompletionStage<Optional<HttpResponse<?>>> checked) {
        return request instanceof NettyHttpRequest<?> netty
                ? checked.whenCompleteAsync(
                        (answer, refused) -> {},
                        netty.getChannelHandlerContext().channel().eventLoop())
                : checked;
    }

    private CompletionStage<Optional<HttpResponse<?>>> check(HttpRequest<?> request, GuardedRoute route) {
        if (route.open()) {
            return rates.passSoon(request, route.policy(), addresses.of(request))
                    .thenApply(verdict -> Optional.empty());
        }
        try {
            String token = BearerToken.of(request);
            Optional<Claim> claim = authenticate.claim(token);
            return claim.isPresent()
                    ? settle(request, route, token, claim.get())
                    : workers.run(request, () -> ask(request, route, token));
        } catch (NotAuthenticated refused) {
            return refuse(request, refused);
        }
    }

    /** Failures count by address, so that nobody can try token after token. */
    private CompletionStage<Optional<HttpResponse<?>>> refuse(HttpRequest<?> request, NotAuthenticated refused) {
        return rates.passSoon(request, "unauthenticated", addresses.of(request)).thenApply(verdict -> {
            throw refused;
        });
    }

    private CompletionStage<Optional<HttpResponse<?>>> settle(
            HttpRequest<?> request, GuardedRoute route, String token, Claim claim) {
        long asked = System.nanoTime();
        var counted = rates.passSoon(request, route.policy(), RateSubject.user(claim.user()));
        var ready = route.ready().isPresent() ? route.ready().get().glance().apply(claim.user()) : NOTHING_READY;
        return claim.caller().thenCompose(known -> {
            if (known.isEmpty()) {
                return counted.handle((verdict, refused) -> {
                            waited(request, asked);
                            return workers.run(request, () -> ask(request, route, token, counted));
                        })
                        .thenCompose(asking -> asking);
            }
            return counted.thenCombine(ready, (verdict, answer) -> {
                letThrough(request, route, known.get());
                if (answer.isPresent()) {
                    return Optional.of(ReadyAnswer.response(answer.get()));
                }
                waited(request, asked);
                return Optional.empty();
            });
        });
    }

    private static void waited(HttpRequest<?> request, long since) {
        long nanos = Math.min(System.nanoTime() - since, LONGEST_WAIT);
        if (nanos > UNCOUNTED_WAIT) {
            Workers.waited(request, nanos);
        }
    }

    /** Where the request has been counted, and only the facts can say whose it is. */
    private Optional<HttpResponse<?>> ask(
            HttpRequest<?> request, GuardedRoute route, String token, CompletionStage<Verdict> counted) {
        Caller caller = authenticated(request, route, token);
        try {
            counted.toCompletableFuture().join();
        } catch (CompletionException refused) {
            throw refused.getCause() instanceof RuntimeException cause ? cause : refused;
        }
        letThrough(request, route, caller);
        return Optional.empty();
    }

    private Optional<HttpResponse<?>> ask(HttpRequest<?> request, GuardedRoute route, String token) {
        Caller caller = authenticated(request, route, token);
        rates.pass(request, route.policy(), RateSubject.user(caller.user()));
        letThrough(request, route, caller);
        return Optional.empty();
    }

    private Caller authenticated(HttpRequest<?> request, GuardedRoute route, String token) {
        try {
            return caller(token, route.servedStale());
        } catch (NotAuthenticated | NotAllowed refused) {
            rates.pass(request, "unauthenticated", addresses.of(request));
            throw refused;
        }
    }

    /** Who is recalled has no roles, so nothing that is for administrators is open to them. */
    private Caller caller(String accessToken, boolean servedStale) {
        try {
            return authenticate.handle(accessToken);
        } catch (Unavailable away) {
            if (!servedStale || !away.isDatabaseAway()) {
                throw away;
            }
            return authenticate.recall(accessToken).orElseThrow(() -> away);
        }
    }

    private static void letThrough(HttpRequest<?> request, GuardedRoute route, Caller caller) {
        if (route.adminOnly() && !caller.is(Role.ADMIN)) {
            throw new NotAllowed("admin_only", "Only administrators may do this.");
        }
        request.setAttribute(CallerBinder.ATTRIBUTE, caller);
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.order();
    }
}
