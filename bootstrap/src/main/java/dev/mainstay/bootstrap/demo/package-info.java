/** People and their last weeks for a database that has none, so that there is something to look at. */
@NullMarked
package dev.mainstay.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
