package dev.mainstay.application.finance.statements;

import dev.mainstay.application.finance.ledger.Categories;
import dev.mainstay.application.finance.ledger.KeepCategories;
import dev.mainstay.application.finance.ledger.LedgerAccounts;
import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.finance.ledger.TransactionDraft;
import dev.mainstay.application.finance.statements.CommittedStatement.Outcome;
import dev.mainstay.application.finance.statements.PreviewedRow.State;
import dev.mainstay.application.finance.statements.layout.Layout;
import dev.mainstay.application.finance.statements.layout.Layout.Told;
import dev.mainstay.application.finance.statements.layout.StatementRow.Refused;
import dev.mainstay.application.finance.statements.layout.StatementRow.Usable;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.Tags;
import dev.mainstay.domain.finance.statements.StatementId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Books rows of a statement, all that are new or those chosen, in one transaction. A row that was booked before, of this or another
 * statement, is not booked again, however many do so at once: whoever books holds the account.
 */
public final class CommitStatement {

    private final Writes writes;
    private final Statements statements;
    private final LedgerAccounts accounts;
    private final Categories categories;
    private final ShowStatements show;
    private final RecordTransactions record;
    private final Uncategorised uncategorised;
    private final InstantSource clock;

    public CommitStatement(
            Writes writes,
            Statements statements,
            LedgerAccounts accounts,
            Categories categories,
            ShowStatements show,
            RecordTransactions record,
            KeepCategories keep,
            InstantSource clock) {
        this.writes = writes;
        this.statements = statements;
        this.accounts = accounts;
        this.categories = categories;
        this.show = show;
        this.record = record;
        this.uncategorised = new Uncategorised(categories, keep);
        this.clock = clock;
    }

    /**
     * What to book.
     *
     * @param expected the version whose preview was looked at; null for whatever there is
     * @param rows which rows; empty for all that are new
     * @param categories of rows by their number; the others get their payee's usual one, or are left uncategorised
     */
    public record Command(
            UserId owner,
            StatementId statement,
            @Nullable Version expected,
            Optional<Set<Integer>> rows,
            Map<Integer, CategoryId> categories) {}

    public CommittedStatement handle(Command command) {
        var seen = statements.get(command.statement(), command.owner()).expect(command.expected());
        var read = show.read(seen, seen.told());
        return writes.run(events -> {
            // Only what was read is booked: whoever told the file to mean something else meanwhile was faster.
            var statement =
                    statements.lock(command.statement(), command.owner()).expect(seen.version());
            var account = accounts.lock(statement.account(), command.owner());
            account.requireOpen();
            requireTheirs(command.owner(), command.categories());
            var preview = show.preview(statement, account, read);
            requireRows(preview, command);
            var chosen = preview.rows().stream()
                    .filter(row ->
                            command.rows().isEmpty() || command.rows().get().contains(row.number()))
                    .toList();
            var outcomes = book(preview, chosen, command);
            remember(preview);
            return new CommittedStatement(preview.statement().id(), outcomes);
        });
    }

    private List<CommittedStatement.Row> book(StatementPreview preview, List<PreviewedRow> chosen, Command command) {
        var fresh = chosen.stream().filter(row -> row.state() == State.NEW).toList();
        var targets = new Targets(preview, command.categories(), uncategorised);
        var drafts = fresh.stream()
                .map(row -> draft(preview.account().id(), row, targets.of(row)))
                .toList();
        var recorded = record.handle(command.owner(), drafts);
        var booked = new ArrayList<BookedRow>();
        for (int i = 0; i < fresh.size(); i++) {
            booked.add(new BookedRow(
                    preview.account().id(),
                    ((Usable) fresh.get(i).row()).fingerprint(),
                    recorded.get(i).id(),
                    preview.statement().id(),
                    fresh.get(i).number()));
        }
        statements.addBooked(command.owner(), preview.account().id(), booked);
        var transactions = booked.stream().collect(Collectors.toMap(BookedRow::number, BookedRow::transaction));
        return chosen.stream()
                .map(row -> switch (row.row()) {
                    case Refused refused ->
                        new CommittedStatement.Row(row.number(), Outcome.REFUSED, null, refused.code(), refused.why());
                    case Usable usable ->
                        row.state() == State.NEW
                                ? new CommittedStatement.Row(
                                        usable.number(), Outcome.BOOKED, transactions.get(usable.number()), null, null)
                                : new CommittedStatement.Row(
                                        usable.number(),
                                        Outcome.DUPLICATE,
                                        row.transaction(),
                                        "booked_before",
                                        row.state() == State.BOOKED
                                                ? "It was booked of this statement before."
                                                : "The same was booked of another statement.");
                })
                .toList();
    }

    private static TransactionDraft draft(LedgerAccountId account, PreviewedRow row, CategoryId category) {
        var usable = (Usable) row.row();
        return new TransactionDraft(
                true,
                null,
                usable.day(),
                Postings.of(
                        Posting.of(PostingTarget.to(account), usable.amount()),
                        Posting.of(PostingTarget.to(category), usable.amount().negated())),
                new Description(description(usable)),
                Origin.STATEMENT,
                null,
                row.payee(),
                Notes.NONE,
                Tags.NONE);
    }

    private static String description(Usable row) {
        String both = row.payee().isEmpty() || row.text().isEmpty()
                ? row.payee() + row.text()
                : row.payee() + " · " + row.text();
        return both.codePointCount(0, both.length()) <= Description.LONGEST
                ? both
                : both.substring(0, both.offsetByCodePoints(0, Description.LONGEST));
    }

    private void requireTheirs(UserId owner, Map<Integer, CategoryId> given) {
        Collection<CategoryId> ids = new HashSet<>(given.values());
        var theirs = categories.find(owner, ids);
        given.forEach((row, category) -> {
            if (!theirs.containsKey(category)) {
                throw new Invalid("categories." + row, "unknown_category", "is no category of yours");
            }
        });
    }

    private static void requireRows(StatementPreview preview, Command command) {
        int last = preview.rows().size();
        command.rows().orElse(Set.of()).forEach(row -> requireRow("rows", row, last));
        command.categories().keySet().forEach(row -> requireRow("categories." + row, row, last));
    }

    private static void requireRow(String field, int row, int last) {
        if (row < 1 || row > last) {
            throw new Invalid(field, "unknown_row", "must be rows of the statement, 1 to " + last + ", was " + row);
        }
    }

    /** The next file with this header means the same, as far as that was not found out anew. */
    private void remember(StatementPreview preview) {
        Layout layout = preview.file().layout();
        if (layout.header().isEmpty()) {
            return;
        }
        var statement = preview.statement();
        statements.remember(
                statement.owner(),
                statement.account(),
                layout.headerKey(),
                new Told(
                        null,
                        null,
                        null,
                        layout.columns(),
                        layout.dateStyle(),
                        layout.decimalStyle(),
                        layout.inverted(),
                        layout.feeApart()),
                clock.instant());
    }
}
