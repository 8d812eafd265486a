package dev.mainstay.domain.finance.schedules;

import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.Tags;
import org.jspecify.annotations.Nullable;

/**
 * What each transaction of a schedule says.
 *
 * @param posted whether it counts at once; else it is pending until its owner posts it
 * @param payee null for nobody named
 */
public record Template(
        boolean posted,
        Postings postings,
        Description description,
        @Nullable PayeeId payee,
        Notes notes,
        Tags tags) {}
