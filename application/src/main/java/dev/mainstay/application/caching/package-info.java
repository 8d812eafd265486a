/** What operators do to the cache: nothing here changes a fact but the record of who did it. */
@NullMarked
package dev.mainstay.application.caching;

import org.jspecify.annotations.NullMarked;
