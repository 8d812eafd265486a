package dev.mainstay.domain.identity;

/** Why a session ended before its time. */
public enum SessionEnd {
    LOGGED_OUT,
    LOGGED_OUT_EVERYWHERE,
    /** Ended from another device, in the list of sessions. */
    ENDED_BY_OWNER,
    /** The user opened more sessions than anybody has devices. */
    REPLACED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    SUSPENDED,
    /** A refresh token came back long after its successor was issued: one of the two holders is a thief (U3). */
    REFRESH_REUSED
}
