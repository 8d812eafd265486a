/** The rules of the house, each with a deliberate violation that proves that it bites. */
@NullMarked
package dev.mainstay.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
