/** Plans and subscriptions, end to end. */
@NullMarked
package dev.mainstay.bootstrap.plans;

import org.jspecify.annotations.NullMarked;
