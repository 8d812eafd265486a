package dev.mainstay.postgres.finance.statements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.finance.ledger.Books;
import dev.mainstay.application.finance.ledger.KeepCategories;
import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.finance.statements.CommitStatement;
import dev.mainstay.application.finance.statements.CommittedStatement;
import dev.mainstay.application.finance.statements.CommittedStatement.Outcome;
import dev.mainstay.application.finance.statements.KeepStatements;
import dev.mainstay.application.finance.statements.ShowStatements;
import dev.mainstay.application.plans.GenerousEntitlements;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.statements.StatementId;
import dev.mainstay.postgres.sql.Database;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Statements of one account as many clients keep and book them: again, in parts, and from files that overlap. */
public final class StatementsAtOnce {

    /** All that the bank has booked; two are equal, and stay two. */
    private static final List<String> BOOKINGS = IntStream.range(0, 24)
            .mapToObj(i ->
                    "%02d.03.2026;Shop %d;Number %d;-%d,00".formatted(1 + i / 6, i % 3, i == 13 ? 12 : i, 1 + i % 12))
            .toList();

    private static final int MOST = 30;

    private final LedgerAccount account;
    private final Database database;
    private final KeepStatements keep;
    private final CommitStatement commit;
    private final List<StatementId> kept = new CopyOnWriteArrayList<>();

    public StatementsAtOnce(
            Database database,
            Books books,
            Writes writes,
            RecordTransactions record,
            Ids ids,
            InstantSource clock,
            LedgerAccount account) {
        this.account = account;
        this.database = database;
        var statements = new PostgresStatements(database);
        var show = new ShowStatements(statements, books.accounts(), books.categories());
        this.keep =
                new KeepStatements(writes, statements, books.accounts(), show, new GenerousEntitlements(), ids, clock);
        this.commit = new CommitStatement(
                writes,
                statements,
                books.accounts(),
                books.categories(),
                show,
                record,
                new KeepCategories(writes, books.categories(), ids, clock),
                clock);
    }

    /** Books of a new file, or again of one that is there: all of it or some rows. */
    public CommitStatement.Command any(Random random) {
        var statement = kept.size() < MOST && random.nextBoolean() ? keep(random) : known(random);
        Optional<Set<Integer>> rows = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(random.ints(3, 1, 5).boxed().collect(Collectors.toSet()));
        return new CommitStatement.Command(account.owner(), statement, null, rows, Map.of());
    }

    /** What it booked, which nobody has booked before. */
    public List<TransactionId> commit(CommitStatement.Command command) {
        return fresh(commit.handle(command));
    }

    /** Books all of what the bank has booked, and returns what was missing. */
    public List<TransactionId> commitAll() {
        return commit(new CommitStatement.Command(
                account.owner(), keep(0, BOOKINGS.size()), null, Optional.empty(), Map.of()));
    }

    /**
     * After {@link #commitAll}, each booking of the bank is one transaction, which one answer told of.
     *
     * @param told what all answers said they booked
     */
    public void requireEachBookedOnce(Collection<TransactionId> told) {
        var ids = told.stream().map(id -> id.value().toString()).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(column("SELECT id::text FROM finance.transaction WHERE origin = 'STATEMENT'"))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(column("SELECT transaction::text FROM finance.statement_row"))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(column("SELECT description FROM finance.transaction WHERE origin = 'STATEMENT'"))
                .containsExactlyInAnyOrderElementsOf(BOOKINGS.stream()
                        .map(line -> line.split(";"))
                        .map(cells -> cells[1] + " · " + cells[2])
                        .toList());
    }

    private static List<TransactionId> fresh(CommittedStatement committed) {
        return committed.rows().stream()
                .filter(row -> row.outcome() == Outcome.BOOKED)
                .map(row -> Objects.requireNonNull(row.transaction()))
                .toList();
    }

    private StatementId known(Random random) {
        var all = new ArrayList<>(kept);
        return all.isEmpty() ? keep(random) : all.get(random.nextInt(all.size()));
    }

    /** At least four rows, wherever they begin. */
    private StatementId keep(Random random) {
        int first = random.nextInt(BOOKINGS.size() - 4);
        return keep(first, first + 4 + random.nextInt(BOOKINGS.size() - first - 3));
    }

    private StatementId keep(int first, int after) {
        String file = "Datum;Name;Verwendungszweck;Betrag\n" + String.join("\n", BOOKINGS.subList(first, after)) + "\n";
        var id = keep.upload(account.owner(), account.id(), "", file.getBytes(UTF_8))
                .statement()
                .id();
        kept.add(id);
        return id;
    }

    private List<String> column(String sql) {
        return database.read(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
