package dev.mainstay.http.limits;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets a client that is refused in the middle of its request read the answer (RFC 9112, 9.6). A socket that is closed with bytes unread is
 * reset, and a client that still sends then sees the reset in place of the answer. So the server first says that it has nothing more to say, and
 * throws away what comes until the client is done too, or a time is over. Stands before all that may close.
 */
final class LingeringClose extends ChannelDuplexHandler {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    private boolean arriving;
    private boolean lingering;

    void headArrived() {
        arriving = true;
    }

    void requestArrived() {
        arriving = false;
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (!arriving || !context.channel().isActive() || !(context.channel() instanceof DuplexChannel channel)) {
            var _ = context.close(promise);
        } else if (lingering) {
            channel.closeFuture().addListener(_ -> promise.trySuccess());
        } else {
            lingering = true;
            channel.closeFuture().addListener(_ -> promise.trySuccess());
            var _ = channel.shutdownOutput();
            Runnable cutOff = () -> {
                var _ = context.close();
            };
            var end = context.executor().schedule(cutOff, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            channel.closeFuture().addListener(_ -> end.cancel(false));
            context.read();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (lingering) {
            ReferenceCountUtil.release(bytes);
        } else {
            context.fireChannelRead(bytes);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (lingering) {
            context.read();
        } else {
            context.fireChannelReadComplete();
        }
    }
}
