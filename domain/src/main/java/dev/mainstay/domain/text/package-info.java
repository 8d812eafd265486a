/** What people may type, wherever they type it. */
@NullMarked
package dev.mainstay.domain.text;

import org.jspecify.annotations.NullMarked;
