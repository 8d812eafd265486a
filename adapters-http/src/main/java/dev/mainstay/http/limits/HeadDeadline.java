package dev.mainstay.http.limits;

import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection whose request line and headers are not there within a time from their first byte on. The server's own idle timeout
 * starts anew with each byte, so that one byte in a while would hold a connection for ever. Stands before the HTTP codec.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(HeadDeadline.class);

    private final Duration limit;
    private boolean headExpected = true;
    private @Nullable ScheduledFuture<?> end;

    HeadDeadline(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (context.pipeline().get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) == null) {
            // It is a WebSocket now, which has deadlines of its own.
            context.pipeline().remove(this);
        } else if (headExpected && end == null) {
            end = context.executor().schedule(() -> close(context), limit.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.fireChannelRead(bytes);
    }

    private static void close(ChannelHandlerContext context) {
        log.debug("head_too_slow client={}", context.channel().remoteAddress());
        var _ = context.close();
    }

    /** The head of a request is there; its body has a deadline in {@link BodyFilter}. */
    void headArrived() {
        headExpected = false;
        cancel();
    }

    /** The request is complete: what comes next is another's head. */
    void requestArrived() {
        headExpected = true;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        cancel();
    }

    private void cancel() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }
}
