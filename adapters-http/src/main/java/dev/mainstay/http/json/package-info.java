/** JSON read to the letter: a text is a text, a number is a number, and no text holds what no field may hold. */
@NullMarked
package dev.mainstay.http.json;

import org.jspecify.annotations.NullMarked;
