/** One request, one patience, however many threads work on it. */
@NullMarked
package dev.mainstay.http.patience;

import org.jspecify.annotations.NullMarked;
