package dev.mainstay.http.limits;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Puts what watches over requests as they arrive around the HTTP codec of each connection. */
@Singleton
final class Connections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final Duration headLimit;

    Connections(@Property(name = "mainstay.http.head-timeout") Duration headLimit) {
        this.headLimit = headLimit;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new OfTheServer(headLimit));
        return event.getBean();
    }

    private record OfTheServer(Duration headLimit) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new OfOne(channel, headLimit);
        }
    }

    private record OfOne(Channel channel, Duration headLimit) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel child, ChannelRole role) {
            return new OfOne(child, headLimit);
        }

        @Override
        public void onStreamPipelineBuilt() {
            String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            var close = new LingeringClose();
            var deadline = new HeadDeadline(headLimit);
            channel.pipeline().addBefore(codec, "mainstay-lingering-close", close);
            channel.pipeline().addBefore(codec, "mainstay-head-deadline", deadline);
            channel.pipeline().addAfter(codec, "mainstay-request-framing", new RequestFraming(deadline, close));
        }
    }
}
