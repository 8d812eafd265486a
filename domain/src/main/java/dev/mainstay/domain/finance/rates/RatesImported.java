package dev.mainstay.domain.finance.rates;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import dev.mainstay.domain.identity.UserId;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Rates were imported and something changed. A new day of publication may also end a currency that is missing in it, so every
 * pair may show the change.
 *
 * @param known every currency that there is a rate of, now
 */
public record RatesImported(UserId by, UUID id, Set<Currency> known, int inserted, int corrected) implements Audited {

    public RatesImported {
        known = Set.copyOf(known);
    }

    @Override
    public AuditEntry audited() {
        return new AuditEntry(
                by.value(),
                "rates.imported",
                "rates_import",
                id,
                Map.of(),
                Map.of("inserted", Integer.toString(inserted), "corrected", Integer.toString(corrected)));
    }
}
