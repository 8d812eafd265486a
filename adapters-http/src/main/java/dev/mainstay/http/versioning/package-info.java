/** Versions as strong entity tags (RFC 9110): lost updates are refused, unchanged things are not sent again. */
@NullMarked
package dev.mainstay.http.versioning;

import org.jspecify.annotations.NullMarked;
