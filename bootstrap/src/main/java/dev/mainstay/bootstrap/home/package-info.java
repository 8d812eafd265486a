/** The wiring of the home page. */
@NullMarked
package dev.mainstay.bootstrap.home;

import org.jspecify.annotations.NullMarked;
