package dev.mainstay.application.finance.schedules;

import dev.mainstay.application.finance.ledger.TransactionDraft;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.schedules.Template;
import java.time.LocalDate;

/** What a template asks to be recorded on a day. */
final class Drafts {

    private Drafts() {}

    static TransactionDraft of(Template template, LocalDate day) {
        return new TransactionDraft(
                template.posted(),
                null,
                day,
                template.postings(),
                template.description(),
                Origin.SCHEDULE,
                null,
                template.payee(),
                template.notes(),
                template.tags());
    }
}
