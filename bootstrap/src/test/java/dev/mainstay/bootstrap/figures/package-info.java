/** The numbers that Mainstay promises, each measured beside the same load without Redis, printed in one line and held to a bound. */
@NullMarked
package dev.mainstay.bootstrap.figures;

import org.jspecify.annotations.NullMarked;
