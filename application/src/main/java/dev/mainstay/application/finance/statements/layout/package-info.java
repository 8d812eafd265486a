/**
 * What a bank's CSV file means: its encoding, delimiter, header, columns, and how it writes days and amounts. Found out from the file
 * itself, for no two banks agree and none says; whatever was found out wrong can be told.
 */
@NullMarked
@Meets({"identity"})
package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
