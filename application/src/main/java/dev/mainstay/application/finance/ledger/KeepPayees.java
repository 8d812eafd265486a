package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Change;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.finance.ledger.Payee;
import dev.mainstay.domain.finance.ledger.PayeeChanged;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates, changes and removes payees. */
public final class KeepPayees {

    /** More than anybody tells apart. */
    public static final int MOST = 5_000;

    private final Writes writes;
    private final Payees payees;
    private final Categories categories;
    private final Ids ids;

    public KeepPayees(Writes writes, Payees payees, Categories categories, Ids ids) {
        this.writes = writes;
        this.payees = payees;
        this.categories = categories;
        this.ids = ids;
    }

    /**
     * Which payee.
     *
     * @param expected null for whatever version there is
     */
    public record Subject(
            UserId owner, PayeeId payee, @Nullable Version expected) {}

    /** What changes; a category that becomes empty means that it varies. */
    public record Patch(Change<LedgerName> name, Change<Optional<CategoryId>> category) {}

    public Payee create(UserId owner, LedgerName name, @Nullable CategoryId category) {
        return writes.run(events -> {
            if (payees.count(owner) >= MOST) {
                throw new Conflict(
                        "too_many_payees", "There are %,d payees, which is the most; remove some.".formatted(MOST));
            }
            requireOwn(owner, category);
            var payee = Payee.create(new PayeeId(ids.next()), owner, name, category);
            payees.add(payee);
            events.raise(new PayeeChanged(owner, payee.id()));
            return payee;
        });
    }

    public Payee revise(Subject subject, Patch patch) {
        return writes.run(events -> {
            var payee = payees.lock(subject.payee(), subject.owner()).expect(subject.expected());
            @Nullable
            CategoryId category =
                    patch.category().on(Optional.ofNullable(payee.category())).orElse(null);
            requireOwn(subject.owner(), category);
            var revised = payee.revise(patch.name().on(payee.name()), category);
            if (!revised.equals(payee)) {
                payees.replace(revised);
                events.raise(new PayeeChanged(revised.owner(), revised.id()));
            }
            return revised;
        });
    }

    public void remove(Subject subject) {
        writes.perform(events -> {
            var payee = payees.lock(subject.payee(), subject.owner()).expect(subject.expected());
            payees.remove(payee.id());
            events.raise(new PayeeChanged(payee.owner(), payee.id()));
        });
    }

    private void requireOwn(UserId owner, @Nullable CategoryId category) {
        if (category != null && categories.find(owner, List.of(category)).isEmpty()) {
            throw new Invalid("category", "unknown_category", "is no category of yours");
        }
    }
}
