package dev.mainstay.http.live;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.refusal.NotAuthenticated;
import dev.mainstay.domain.refusal.Unavailable;
import java.util.function.Supplier;

/** Whether the token that opened a connection still is what it was then. Used by the connection's thread alone. */
final class Admission {

    private static final int TIMES_UNKNOWN = 3;

    private final Caller admitted;
    private final Supplier<Caller> authentication;
    private int unknown;

    /** @param authentication asks anew who is behind the token; throws if that is nobody any more */
    Admission(Caller admitted, Supplier<Caller> authentication) {
        this.admitted = admitted;
        this.authentication = authentication;
    }

    /**
     * True if it does; false if nobody can tell at the moment.
     *
     * @throws NotAuthenticated if it does not any more; also if the roles are others than at the handshake
     * @throws dev.mainstay.domain.refusal.NotAllowed if the account is suspended
     */
    boolean holds() {
        try {
            if (!authentication.get().roles().equals(admitted.roles())) {
                throw new NotAuthenticated(
                        "roles_changed", "The roles are others than when the connection was opened.");
            }
            unknown = 0;
            return true;
        } catch (Unavailable away) {
            unknown++;
            return false;
        }
    }

    /** Whether nobody could tell for several times in a row. */
    boolean isLongUnknown() {
        return unknown >= TIMES_UNKNOWN;
    }
}
