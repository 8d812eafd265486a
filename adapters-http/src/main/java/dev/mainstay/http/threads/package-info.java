/**
 * Where a request is worked on: on its event loop as long as nothing is waited for, then on virtual threads, each of which carries what
 * belongs to the request.
 */
@NullMarked
package dev.mainstay.http.threads;

import org.jspecify.annotations.NullMarked;
