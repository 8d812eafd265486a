/** Long lists in pages that stay right while the list changes. */
@NullMarked
package dev.mainstay.application.paging;

import org.jspecify.annotations.NullMarked;
