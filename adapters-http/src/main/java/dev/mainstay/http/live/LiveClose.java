package dev.mainstay.http.live;

import io.micronaut.websocket.CloseReason;

/** Why the server closes a connection. The codes from 4400 on are the HTTP status with a 4 in front. */
final class LiveClose {

    static final CloseReason GOING_AWAY = new CloseReason(1001, "server_stopping");
    static final CloseReason TOO_FAST = new CloseReason(1008, "too_many_messages");
    static final CloseReason TOO_BIG = new CloseReason(1009, "message_too_big");
    static final CloseReason FAILED = new CloseReason(1011, "internal_error");
    static final CloseReason TRY_LATER = new CloseReason(1013, "try_again_later");
    static final CloseReason IDLE = new CloseReason(4408, "no_answer_to_ping");
    static final CloseReason TOO_SLOW = new CloseReason(4413, "slow_consumer");
    static final CloseReason TOO_MANY = new CloseReason(4429, "too_many_connections");

    private LiveClose() {}

    /** The token or the session behind it is not good any more; the reason says why. */
    static CloseReason notAuthenticated(String code) {
        return new CloseReason(4401, code);
    }
}
