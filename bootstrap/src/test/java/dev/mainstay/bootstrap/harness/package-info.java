/** The assembled application for end-to-end tests, and a small client to talk to it. */
@NullMarked
package dev.mainstay.bootstrap.harness;

import org.jspecify.annotations.NullMarked;
