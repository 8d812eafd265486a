package dev.mainstay.http.server;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.netty.DefaultHttpCompressionStrategy;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Compresses text that is worth it, for clients that take it so. As Micronaut does, which however asks a dozen regular expressions whether
 * JSON is text, with each answer (2 % of the CPU of a warm read).
 */
@Singleton
@Replaces(DefaultHttpCompressionStrategy.class)
final class TextCompression implements HttpCompressionStrategy {

    private final NettyHttpServerConfiguration settings;

    TextCompression(NettyHttpServerConfiguration settings) {
        this.settings = settings;
    }

    @Override
    public boolean isEnabled() {
        return settings.getCompressionThreshold() >= 0;
    }

    @Override
    public boolean shouldCompress(HttpResponse response) {
        @Nullable String type = response.headers().get(HttpHeaderNames.CONTENT_TYPE);
        return type != null && isWorthIt(length(response)) && isText(type);
    }

    private boolean isWorthIt(long length) {
        return length < 0 || length >= settings.getCompressionThreshold();
    }

    /** In bytes; negative if nobody knows yet. */
    private static long length(HttpResponse response) {
        return response instanceof FullHttpResponse full
                ? full.content().readableBytes()
                : HttpUtil.getContentLength(response, -1L);
    }

    private static boolean isText(String type) {
        return type.equals(MediaType.APPLICATION_JSON) || MediaType.isTextBased(type);
    }

    @Override
    public int getCompressionLevel() {
        return settings.getCompressionLevel();
    }

    @Override
    public int getMaxZstdEncodeSize() {
        return settings.getMaxZstdEncodeSize();
    }
}
