package dev.mainstay.application.coherence;

/** What a view promises (coherence.md, "The guarantee"). */
public enum Tier {
    /** Linearizable with the commits that change it. */
    COHERENT,
    /** May lag up to its TTL and says as of when it was computed. */
    TIMED
}
