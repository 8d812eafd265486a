/** Files that come into being while they are sent, and cells that no spreadsheet takes for a formula. */
@NullMarked
package dev.mainstay.http.files;

import org.jspecify.annotations.NullMarked;
