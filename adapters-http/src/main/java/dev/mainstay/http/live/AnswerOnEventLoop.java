package dev.mainstay.http.live;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.http.server.netty.NettyHttpRequest;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Brings the answer to a handshake back to the connection's event loop, from the thread on which the guard has worked.
 *
 * <p>Micronaut answers the handshake, and then puts its end of the WebSocket into the pipeline, on whatever thread the filters leave off.
 * On another one, a frame that the client sends at once comes before there is anybody to take it, and a client that leaves takes the
 * pipeline away under the thread that builds it. On the event loop nothing comes between.
 *
 * <p>It is the first filter, called on the event loop, and answers by a publisher: only then nobody else can be the one that goes on.
 */
@ServerFilter(LiveSocket.PATH)
final class AnswerOnEventLoop implements Ordered {

    @RequestFilter
    Publisher<MutableHttpResponse<?>> answer(
            HttpRequest<?> request, FilterContinuation<Publisher<MutableHttpResponse<?>>> others) {
        var answer = Mono.from(others.proceed());
        if (!(request instanceof NettyHttpRequest<?> netty)) {
            return answer;
        }
        var eventLoop = netty.getChannelHandlerContext().channel().eventLoop();
        return answer.publishOn(Schedulers.fromExecutor(eventLoop));
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
