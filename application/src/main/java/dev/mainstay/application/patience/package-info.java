/** How long one request may wait for what is mere convenience. */
@NullMarked
package dev.mainstay.application.patience;

import org.jspecify.annotations.NullMarked;
