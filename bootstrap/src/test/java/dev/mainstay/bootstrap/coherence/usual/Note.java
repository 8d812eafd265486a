package dev.mainstay.bootstrap.coherence.usual;

import java.io.Serializable;

/** A text with a version. */
record Note(long id, long version, String text) implements Serializable {}
