/** Runs what features have to do on a schedule. */
@NullMarked
package dev.mainstay.bootstrap.jobs;

import org.jspecify.annotations.NullMarked;
