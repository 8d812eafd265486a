package dev.mainstay.http.live;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.http.guard.BearerToken;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.websocket.WebSocketPongMessage;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnClose;
import io.micronaut.websocket.annotation.OnError;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.handler.codec.TooLongFrameException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The WebSocket at {@value #PATH}. The guard has authenticated the handshake; of the subprotocols a client offers, only the
 * version is ever echoed, never the one that carries the token. Nothing here blocks: each connection has a thread of its own.
 */
@ServerWebSocket(value = LiveSocket.PATH, subprotocols = LiveSocket.SUBPROTOCOL)
final class LiveSocket {

    static final String PATH = "/api/v1/live";
    static final String SUBPROTOCOL = "mainstay.v1";
    private static final int LONGEST_MESSAGE = 4096;
    private static final Logger log = LoggerFactory.getLogger(LiveSocket.class);

    private final LiveConnections connections;

    LiveSocket(LiveConnections connections) {
        this.connections = connections;
    }

    @OnOpen
    void open(WebSocketSession session, HttpRequest<?> request, Caller caller) {
        var channel = ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
        connections.open(session, channel, caller, BearerToken.of(request));
    }

    @OnMessage(maxPayloadLength = LONGEST_MESSAGE)
    void said(String message, WebSocketSession session) {
        connections.of(session).ifPresent(connection -> connection.said(message));
    }

    @OnMessage
    void answered(WebSocketPongMessage pong, WebSocketSession session) {
        connections.of(session).ifPresent(LiveConnection::answered);
    }

    @OnClose
    void closed(WebSocketSession session) {
        connections.closed(session);
    }

    @OnError
    void failed(Throwable failure, WebSocketSession session) {
        log.debug("live_broken session={}", session.getId(), failure);
        session.close(failure instanceof TooLongFrameException ? LiveClose.TOO_BIG : LiveClose.FAILED);
        connections.closed(session);
    }
}
