/** What has been worked out once and need not be again. */
@NullMarked
package dev.mainstay.application.memo;

import org.jspecify.annotations.NullMarked;
