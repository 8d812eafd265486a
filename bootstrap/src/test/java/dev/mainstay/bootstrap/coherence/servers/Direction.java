package dev.mainstay.bootstrap.coherence.servers;

/** Which way bytes go over a link. */
public enum Direction {
    /** From the instance to the server. */
    REQUESTS,
    /** From the server to the instance. */
    ANSWERS
}
