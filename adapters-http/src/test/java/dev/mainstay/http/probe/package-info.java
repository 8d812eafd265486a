/** A real server whose operations exist to be called badly. */
@NullMarked
package dev.mainstay.http.probe;

import org.jspecify.annotations.NullMarked;
