/** Money as JSON. */
@NullMarked
package dev.mainstay.http.money;

import org.jspecify.annotations.NullMarked;
