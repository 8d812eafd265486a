/** What the environment says, checked before anything starts. */
@NullMarked
package dev.mainstay.bootstrap.configuration;

import org.jspecify.annotations.NullMarked;
