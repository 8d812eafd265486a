/** The API's description: generated from the controllers, completed at build time, served with a page to browse it. */
@NullMarked
package dev.mainstay.http.docs;

import org.jspecify.annotations.NullMarked;
