/** Text as it comes from people and their programs. */
@NullMarked
package dev.mainstay.application.text;

import org.jspecify.annotations.NullMarked;
