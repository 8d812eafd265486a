/** What happened: the only way in which features tell each other anything. */
@NullMarked
package dev.mainstay.domain.event;

import org.jspecify.annotations.NullMarked;
