/** Connections, transactions and the way from SQL states to what callers may be told. */
@NullMarked
package dev.mainstay.postgres.sql;

import org.jspecify.annotations.NullMarked;
