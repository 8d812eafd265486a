/** Bad days: what a client notices when Redis, PostgreSQL or the application itself goes away in the middle of its work. */
@NullMarked
package dev.mainstay.bootstrap.faults;

import org.jspecify.annotations.NullMarked;
