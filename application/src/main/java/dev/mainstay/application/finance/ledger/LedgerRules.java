package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.identity.UserZones;
import dev.mainstay.domain.finance.ledger.AppliedRate;
import dev.mainstay.domain.finance.ledger.Category;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToAccount;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToCategory;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToNominal;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.TransactionContent;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.Invalid.FieldError;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What several use cases of the books must keep to. */
final class LedgerRules {

    private LedgerRules() {}

    /** The content with its moment: a day without a time begins in the owner's zone, and a time lies on a day there. */
    static TransactionContent dated(
            UserId owner,
            @Nullable Instant at,
            @Nullable LocalDate day,
            Description description,
            Postings postings,
            @Nullable AppliedRate rate,
            UserZones zones,
            InstantSource clock) {
        if (at != null && day != null) {
            return new TransactionContent(at, day, description, postings, rate);
        }
        var zone = zones.of(owner);
        Instant moment = at != null ? at : day != null ? day.atStartOfDay(zone).toInstant() : clock.instant();
        return new TransactionContent(
                moment, day != null ? day : LocalDate.ofInstant(moment, zone), description, postings, rate);
    }

    /**
     * Refuses postings to what is not the owner's, is closed or archived, or counts in another currency.
     *
     * @param accounts the owner's, locked
     * @param categories the owner's
     */
    static void requirePostable(
            Postings postings, Map<LedgerAccountId, LedgerAccount> accounts, Map<CategoryId, Category> categories) {
        var faults = new ArrayList<FieldError>();
        List<Posting> lines = postings.lines();
        for (int i = 0; i < lines.size(); i++) {
            fault("postings[" + i + ']', lines.get(i), accounts, categories).ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        postings.accounts()
                .forEach(id -> Objects.requireNonNull(accounts.get(id)).requireOpen());
        postings.categories()
                .forEach(id -> Objects.requireNonNull(categories.get(id)).requireInUse());
    }

    private static Optional<FieldError> fault(
            String field,
            Posting line,
            Map<LedgerAccountId, LedgerAccount> accounts,
            Map<CategoryId, Category> categories) {
        return switch (line.target()) {
            case ToAccount(LedgerAccountId id) -> {
                @Nullable LedgerAccount account = accounts.get(id);
                if (account == null) {
                    yield Optional.of(new FieldError(field + ".account", "unknown_account", "is no account of yours"));
                }
                yield account.currency().equals(line.amount().currency())
                        ? Optional.empty()
                        : Optional.of(new FieldError(
                                field + ".amount.currency",
                                "wrong_currency",
                                "must be " + account.currency().getCurrencyCode() + ", which the account counts in"));
            }
            case ToCategory(CategoryId id) ->
                categories.containsKey(id)
                        ? Optional.empty()
                        : Optional.of(
                                new FieldError(field + ".category", "unknown_category", "is no category of yours"));
            case ToNominal ignored -> Optional.empty();
        };
    }
}
