/** What an administrator sees and does of the cache. */
@NullMarked
package dev.mainstay.http.operating;

import org.jspecify.annotations.NullMarked;
