/** Pages and their cursors, which only this application can make. */
@NullMarked
package dev.mainstay.http.paging;

import org.jspecify.annotations.NullMarked;
