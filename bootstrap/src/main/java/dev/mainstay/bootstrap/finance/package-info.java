/** The wiring of finance: the ledger, rates, statements, budgets. */
@NullMarked
package dev.mainstay.bootstrap.finance;

import org.jspecify.annotations.NullMarked;
