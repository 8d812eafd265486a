/** What every stored thing has: a typed id and a version. */
@NullMarked
package dev.mainstay.domain.entity;

import org.jspecify.annotations.NullMarked;
