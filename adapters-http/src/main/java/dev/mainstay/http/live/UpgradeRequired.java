package dev.mainstay.http.live;

/** What came to the WebSocket is not its handshake (426). */
public final class UpgradeRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UpgradeRequired() {
        super(
                "Here is a WebSocket: connect with GET, Connection: Upgrade, Upgrade: websocket and Sec-WebSocket-Version: 13.",
                null,
                false,
                false);
    }
}
