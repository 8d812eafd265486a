/** Where Mainstay is put together and started. */
@NullMarked
package dev.mainstay.bootstrap;

import org.jspecify.annotations.NullMarked;
