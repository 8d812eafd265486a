/** The catalogue of views and the ports that keep what is cached true. */
@NullMarked
package dev.mainstay.application.coherence;

import org.jspecify.annotations.NullMarked;
