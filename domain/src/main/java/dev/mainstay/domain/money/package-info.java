/** Exact amounts of money. Nothing here, or anywhere else, counts money in floating point. */
@NullMarked
package dev.mainstay.domain.money;

import org.jspecify.annotations.NullMarked;
