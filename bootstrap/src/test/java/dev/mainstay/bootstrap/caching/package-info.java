/** What operators see of the cache and do to it, over HTTP. */
@NullMarked
package dev.mainstay.bootstrap.caching;

import org.jspecify.annotations.NullMarked;
