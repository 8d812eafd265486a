package dev.mainstay.http.limits;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/**
 * Tells the deadline, and who closes, where a request begins and ends, and blames a body that breaks off in the middle, such as with a chunk size that is
 * none, on its request: the server itself would take what came before for the whole body. Stands behind the HTTP codec.
 */
final class RequestFraming extends ChannelInboundHandlerAdapter {

    private final HeadDeadline deadline;
    private final LingeringClose close;
    private @Nullable HttpRequest request;

    RequestFraming(HeadDeadline deadline, LingeringClose close) {
        this.deadline = deadline;
        this.close = close;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest head) {
            request = head;
            deadline.headArrived();
            close.headArrived();
        }
        if (message instanceof HttpContent content && content.decoderResult().isFailure() && request != null) {
            request.setDecoderResult(content.decoderResult());
        }
        if (message instanceof LastHttpContent) {
            request = null;
            deadline.requestArrived();
            close.requestArrived();
        }
        context.fireChannelRead(message);
    }
}
