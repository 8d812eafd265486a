/** Mainstay as the system under test: its people, the facts they write, and the views through which others see them. */
@NullMarked
package dev.mainstay.bootstrap.coherence.mainstay;

import org.jspecify.annotations.NullMarked;
