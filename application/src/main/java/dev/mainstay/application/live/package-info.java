/** Hints between instances that something changed; never the change itself. */
@NullMarked
package dev.mainstay.application.live;

import org.jspecify.annotations.NullMarked;
