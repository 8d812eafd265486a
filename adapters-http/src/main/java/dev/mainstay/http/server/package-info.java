/** What the server works out for each request, worked out once. */
@NullMarked
package dev.mainstay.http.server;

import org.jspecify.annotations.NullMarked;
