/** What the rules forbid, as one small sealed family of exceptions. */
@NullMarked
package dev.mainstay.domain.refusal;

import org.jspecify.annotations.NullMarked;
