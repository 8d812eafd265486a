package dev.mainstay.application.finance.statements;

import dev.mainstay.application.finance.ledger.Categories;
import dev.mainstay.application.finance.ledger.LedgerAccounts;
import dev.mainstay.application.finance.statements.PreviewedRow.State;
import dev.mainstay.application.finance.statements.layout.Layout.Told;
import dev.mainstay.application.finance.statements.layout.StatementFile;
import dev.mainstay.application.finance.statements.layout.StatementRow;
import dev.mainstay.application.finance.statements.layout.StatementRow.Usable;
import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.AccountKind;
import dev.mainstay.domain.finance.ledger.Category;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.finance.ledger.Payee;
import dev.mainstay.domain.finance.statements.StatementId;
import dev.mainstay.domain.identity.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows statements: what was found out about them, and each row as it would be booked. */
public final class ShowStatements {

    /** The order of {@link #rows}: as in the file. */
    public static final String BY_NUMBER = "number";

    private final Statements statements;
    private final LedgerAccounts accounts;
    private final Categories categories;

    public ShowStatements(Statements statements, LedgerAccounts accounts, Categories categories) {
        this.statements = statements;
        this.accounts = accounts;
        this.categories = categories;
    }

    /** The owner's statements of an account, the latest first. */
    public List<Statement> of(LedgerAccountId account, UserId owner) {
        accounts.get(account, owner);
        return statements.all(owner).stream()
                .filter(each -> each.account().equals(account))
                .toList();
    }

    public StatementPreview preview(StatementId id, UserId owner) {
        return preview(statements.get(id, owner));
    }

    /**
     * A page of rows, as in the file.
     *
     * @param state null for rows of any
     */
    public Page<PreviewedRow> rows(StatementId id, UserId owner, @Nullable State state, PageRequest page) {
        var after = page.after();
        int from = after == null ? 0 : Integer.parseInt(after.values().getFirst());
        var rows = preview(id, owner).rows().stream()
                .filter(row -> row.number() > from && (state == null || row.state() == state))
                .limit(page.limit() + 1)
                .toList();
        return Page.of(rows, page.limit(), row -> new Cursor(BY_NUMBER, List.of(Integer.toString(row.number()))));
    }

    StatementPreview preview(Statement statement) {
        var account = accounts.get(statement.account(), statement.owner());
        return preview(statement, account, read(account, statements.file(statement.id()), statement.told()));
    }

    StatementPreview preview(Statement statement, LedgerAccount account, StatementFile file) {
        var booked = statements.booked(
                account.id(), usable(file.rows()).map(Usable::fingerprint).toList());
        var payees = payees(statement.owner(), file.rows());
        var usual = usual(statement.owner(), payees);
        var rows = file.rows().stream()
                .map(row -> switch (row) {
                    case StatementRow.Refused refused -> new PreviewedRow(refused, State.REFUSED, null, null, null);
                    case Usable usable -> {
                        @Nullable BookedRow before = booked.get(usable.fingerprint());
                        @Nullable Payee payee = payees.get(key(usable));
                        yield new PreviewedRow(
                                usable,
                                state(statement, before),
                                before == null ? null : before.transaction(),
                                payee == null ? null : payee.id(),
                                payee == null || payee.category() == null ? null : usual.get(payee.category()));
                    }
                })
                .toList();
        return new StatementPreview(statement, account, file, rows);
    }

    /** As {@link #read(LedgerAccount, byte[], Told)}, of the statement's own file. */
    StatementFile read(Statement statement, Told told) {
        return read(accounts.get(statement.account(), statement.owner()), statements.file(statement.id()), told);
    }

    /**
     * Reads a file as a statement of that account. A large one takes seconds, in which no transaction should wait.
     *
     * @throws dev.mainstay.domain.refusal.Invalid if it is none
     */
    StatementFile read(LedgerAccount account, byte[] bytes, Told told) {
        return StatementFile.read(
                bytes,
                account.currency(),
                account.kind() == AccountKind.CREDIT,
                told,
                header -> statements.remembered(account.id(), header));
    }

    private static State state(Statement statement, @Nullable BookedRow before) {
        if (before == null) {
            return State.NEW;
        }
        return before.statement().equals(statement.id()) ? State.BOOKED : State.DUPLICATE;
    }

    private Map<String, Payee> payees(UserId owner, List<StatementRow> rows) {
        return statements.payees(
                owner,
                usable(rows)
                        .map(ShowStatements::key)
                        .filter(key -> !key.isEmpty())
                        .collect(Collectors.toSet()));
    }

    /** The payees' categories that are in use. */
    private Map<CategoryId, CategoryId> usual(UserId owner, Map<String, Payee> payees) {
        var ids = payees.values().stream()
                .map(Payee::category)
                .filter(Objects::nonNull)
                .collect(Collectors.<CategoryId>toSet());
        return categories.find(owner, ids).values().stream()
                .filter(category -> !category.archived())
                .map(Category::id)
                .collect(Collectors.toMap(Function.identity(), Function.identity(), (one, same) -> one, HashMap::new));
    }

    private static Stream<Usable> usable(List<StatementRow> rows) {
        return rows.stream().filter(Usable.class::isInstance).map(Usable.class::cast);
    }

    /** As {@link LedgerName#key}; no payee has an empty one. */
    private static String key(Usable row) {
        return row.payee().codePointCount(0, row.payee().length()) > LedgerName.LONGEST
                ? ""
                : row.payee().toLowerCase(Locale.ROOT);
    }
}
