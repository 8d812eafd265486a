/** Declarations that the architecture checks read. */
@NullMarked
package dev.mainstay.domain.architecture;

import org.jspecify.annotations.NullMarked;
