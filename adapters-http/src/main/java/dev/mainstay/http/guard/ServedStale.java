package dev.mainstay.http.guard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The read shows one view that may be stale while the database is away, and decides nothing (G9). Then it may be called by whoever had a
 * live session when the database was last heard of. Counts on GET operations alone.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ServedStale {}
