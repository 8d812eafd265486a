/** Keyed hashes for what clients carry about and must not be able to make or guess. */
@NullMarked
package dev.mainstay.http.signing;

import org.jspecify.annotations.NullMarked;
