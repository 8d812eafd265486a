/** The wiring of plans and subscriptions. */
@NullMarked
package dev.mainstay.bootstrap.plans;

import org.jspecify.annotations.NullMarked;
