/** Books to try on whatever sums them up. */
@NullMarked
package dev.mainstay.application.finance.books;

import org.jspecify.annotations.NullMarked;
