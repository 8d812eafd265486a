/** An id for each request: in its answer, in its problems and in every log line about it. */
@NullMarked
package dev.mainstay.http.requestid;

import org.jspecify.annotations.NullMarked;
