/** The write flow: begin, decide, fence, commit, lower, announce (coherence.md, "Writing"). */
@NullMarked
package dev.mainstay.application.writing;

import org.jspecify.annotations.NullMarked;
