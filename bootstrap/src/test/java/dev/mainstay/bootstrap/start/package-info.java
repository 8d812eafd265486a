/** Starting and stopping the application as a process of its own. */
@NullMarked
package dev.mainstay.bootstrap.start;

import org.jspecify.annotations.NullMarked;
