/** Statements that banks make as CSV files: shown as they would be booked, then booked, each row once (F3). */
@NullMarked
@Meets({"identity", "plans"})
package dev.mainstay.application.finance.statements;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
