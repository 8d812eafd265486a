/** Work that nobody asked for over HTTP: queues in PostgreSQL and what runs on a schedule. */
@NullMarked
package dev.mainstay.application.jobs;

import org.jspecify.annotations.NullMarked;
