package dev.mainstay.application.finance.statements;

import dev.mainstay.application.finance.statements.layout.Layout.Told;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.statements.StatementId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A file of an account's bookings as the bank made it. Its rows are read from it whenever they are asked for; only what was booked
 * is written down.
 *
 * @param name what the client calls it; a line that may be empty
 * @param told what its owner said it means
 */
public record Statement(
        StatementId id,
        UserId owner,
        LedgerAccountId account,
        Version version,
        String name,
        Told told,
        Instant uploadedAt) {

    public static final int LONGEST_NAME = 200;

    public Statement {
        uploadedAt = uploadedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Refuses if the caller has seen another version. */
    public Statement expect(@Nullable Version expected) {
        if (expected != null && !expected.equals(version)) {
            throw stale();
        }
        return this;
    }

    /** What to say when somebody was faster. */
    public static Stale stale() {
        return new Stale("statement_changed", "The statement was changed in the meantime; read it again and repeat.");
    }

    /** What to say when there is none. */
    public static NotFound notFound() {
        return new NotFound("statement_not_found", "There is no such statement; they are forgotten after a month.");
    }

    /** Means what is told, and is found to mean the rest. */
    Statement tell(Told newTold) {
        return newTold.equals(told)
                ? this
                : new Statement(id, owner, account, version.next(), name, newTold, uploadedAt);
    }
}
