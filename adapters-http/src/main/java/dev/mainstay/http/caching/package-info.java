/** How an answer says where it came from: {@code Cache-Status} (RFC 9211, G11) and {@code Cache-Control}. */
@NullMarked
package dev.mainstay.http.caching;

import org.jspecify.annotations.NullMarked;
