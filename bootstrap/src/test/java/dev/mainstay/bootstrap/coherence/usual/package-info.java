/**
 * What a team would take by default, to compare: notes in PostgreSQL, cached in Redis by the framework's annotations or by hand, as a
 * small application of its own. Nothing of it is part of Mainstay.
 */
@NullMarked
package dev.mainstay.bootstrap.coherence.usual;

import org.jspecify.annotations.NullMarked;
