/** Reading facts outside a transaction. */
@NullMarked
package dev.mainstay.application.reading;

import org.jspecify.annotations.NullMarked;
