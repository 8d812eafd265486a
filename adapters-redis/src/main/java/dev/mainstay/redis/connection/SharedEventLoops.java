package dev.mainstay.redis.connection;

import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.EventLoopGroupProvider;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Lets Redis be read on the event loops that serve HTTP, so that no answer has to change threads, and lets all that one turn of a loop asks of
 * Redis leave in one flush: priced by the peers at a fifth of a warm read's CPU, and half of Redis's own.
 */
final class SharedEventLoops implements EventLoopGroupProvider {

    /** A flush waits for at most so many more commands of the same turn. */
    private static final int COMMANDS_PER_FLUSH = 256;

    private final EventLoopGroup loops;

    private SharedEventLoops(EventLoopGroup loops) {
        this.loops = loops;
    }

    static ClientResources resources(EventLoopGroup loops) {
        return DefaultClientResources.builder()
                .eventLoopGroupProvider(new SharedEventLoops(loops))
                // Mainstay times what it asks, from asking to answer; Lettuce's own histograms were among a warm
                // read's dearest methods.
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .nettyCustomizer(new NettyCustomizer() {
                    @Override
                    public void afterChannelInitialized(Channel channel) {
                        channel.pipeline().addFirst(new FlushConsolidationHandler(COMMANDS_PER_FLUSH, true));
                    }
                })
                .build();
    }

    @Override
    @SuppressWarnings("unchecked") // Lettuce asks for the class of group that fits the transport, and there is but one.
    public <T extends EventLoopGroup> T allocate(Class<T> type) {
        return (T) loops;
    }

    @Override
    public int threadPoolSize() {
        return 1;
    }

    /** The server's own, and not Lettuce's to end. */
    @Override
    public Future<Boolean> release(EventExecutorGroup group, long quietPeriod, long timeout, TimeUnit unit) {
        return ImmediateEventExecutor.INSTANCE.newSucceededFuture(true);
    }

    @Override
    public Future<Boolean> shutdown(long quietPeriod, long timeout, TimeUnit timeUnit) {
        return ImmediateEventExecutor.INSTANCE.newSucceededFuture(true);
    }
}
