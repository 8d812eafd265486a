/** PostgreSQL and Redis for a machine that has none: started with the application, stopped with it, data kept. */
@NullMarked
package dev.mainstay.bootstrap.embedded;

import org.jspecify.annotations.NullMarked;
