/** Locks of scheduled jobs. */
@NullMarked
package dev.mainstay.postgres.jobs;

import org.jspecify.annotations.NullMarked;
