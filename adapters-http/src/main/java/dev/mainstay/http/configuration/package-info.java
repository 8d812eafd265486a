/** How the HTTP server behaves unless configured otherwise. */
@NullMarked
package dev.mainstay.http.configuration;

import org.jspecify.annotations.NullMarked;
