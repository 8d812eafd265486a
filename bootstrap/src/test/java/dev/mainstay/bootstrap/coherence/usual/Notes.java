package dev.mainstay.bootstrap.coherence.usual;

/** Notes behind a cache of one kind or another. */
interface Notes {

    /** Where and how they are cached: {@code annotations} or {@code cache-aside}. */
    String KIND = "notes.cache";

    /** The note, out of the cache if it lies there. */
    Note find(long id);

    /** Replaces the text, and drops the note from the cache; says whether the note still had the expected version. */
    boolean replace(long id, long expected, String text);
}
