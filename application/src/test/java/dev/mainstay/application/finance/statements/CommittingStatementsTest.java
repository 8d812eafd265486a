package dev.mainstay.application.finance.statements;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.NoFences;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.finance.ledger.Books;
import dev.mainstay.application.finance.ledger.BooksFixture;
import dev.mainstay.application.finance.ledger.KeepCategories;
import dev.mainstay.application.finance.statements.CommittedStatement.Outcome;
import dev.mainstay.application.finance.statements.PreviewedRow.State;
import dev.mainstay.application.finance.statements.layout.ColumnRole;
import dev.mainstay.application.finance.statements.layout.DateStyle;
import dev.mainstay.application.finance.statements.layout.FileEncoding;
import dev.mainstay.application.finance.statements.layout.Layout.Told;
import dev.mainstay.application.finance.statements.layout.StatementRow.Usable;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.plans.Entitlements;
import dev.mainstay.application.plans.GenerousEntitlements;
import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.Payee;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.statements.StatementId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.NotAllowed;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommittingStatementsTest extends BooksFixture {

    private static final String MARCH = """
            Datum;Name;Verwendungszweck;Betrag
            01.03.2026;Bäcker;Brot;-3,50
            01.03.2026;Bäcker;Brot;-3,50
            02.03.2026;Firma;Lohn;2.000,00
            03.03.2026;Kiosk;kaputt;drei
            """;

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Books books = Books.inMemory(transactions);
    private final InMemoryStatements statements = new InMemoryStatements(transactions, books.payees());
    private final Writes writes =
            new Writes(transactions, new ViewCatalogue(List.of()), new NoFences(), List.of(), List.of());
    private final TestClock clock = new TestClock(NOON);
    private final SequentialIds ids = new SequentialIds();
    private final ShowStatements show = new ShowStatements(statements, books.accounts(), books.categories());
    private final KeepStatements keep =
            new KeepStatements(writes, statements, books.accounts(), show, new GenerousEntitlements(), ids, clock);
    private final CommitStatement commit = new CommitStatement(
            writes,
            statements,
            books.accounts(),
            books.categories(),
            show,
            books.recording(writes, user -> ZoneOffset.UTC, ids, clock),
            new KeepCategories(writes, books.categories(), ids, clock),
            clock);
    private final UserId owner = newUser();
    private final LedgerAccount giro = account(owner, "Giro");

    @Override
    protected Books books() {
        return books;
    }

    @Override
    protected UserId newUser() {
        return new UserId(newId());
    }

    @Test
    void two_equal_payments_stay_two_and_the_same_file_again_books_nothing() {
        var first = commit(upload(MARCH));
        assertThat(first.count(Outcome.BOOKED)).isEqualTo(3);
        assertThat(first.count(Outcome.REFUSED)).isEqualTo(1);
        assertThat(balance(giro)).isEqualTo("199300 and 0 pending");

        var again = upload(MARCH);
        assertThat(again.count(State.DUPLICATE)).isEqualTo(3);
        assertThat(again.in().isZero()).isTrue();
        assertThat(commit(again).count(Outcome.BOOKED)).isZero();
        assertThat(commit(first.statement()).rows().getFirst().why()).contains("of this statement");
        assertThat(balance(giro)).isEqualTo("199300 and 0 pending");
    }

    @Test
    void of_a_file_that_overlaps_only_what_is_new_is_booked() {
        commit(upload(MARCH));
        var april = upload("""
                Datum;Name;Verwendungszweck;Betrag
                05.03.2026;Kiosk;Zeitung;-2,00
                02.03.2026;Firma;Lohn;2.000,00
                01.03.2026;Bäcker;BROT ;-3,50
                01.03.2026;Bäcker;Brot;-3,50
                01.03.2026;Bäcker;Brot;-3,50
                """);
        assertThat(april.rows())
                .extracting(PreviewedRow::state)
                .containsExactly(State.NEW, State.DUPLICATE, State.DUPLICATE, State.DUPLICATE, State.NEW);
        assertThat(commit(april).count(Outcome.BOOKED)).isEqualTo(2);
        assertThat(balance(giro)).isEqualTo("198750 and 0 pending");
    }

    @Test
    void chosen_rows_are_booked_to_the_given_the_usual_or_no_known_category() {
        var food = category(owner, "Food", CategoryKind.EXPENSE);
        var sweets = category(owner, "Sweets", CategoryKind.EXPENSE);
        var baker = payee("BÄCKER", food.id());
        var preview = upload(MARCH);
        assertThat(preview.rows().getFirst().category()).isEqualTo(food.id());

        var committed = commit(preview.statement(), Set.of(2, 3, 4), Map.of(2, sweets.id()));
        assertThat(committed.rows())
                .extracting(CommittedStatement.Row::outcome)
                .containsExactly(Outcome.BOOKED, Outcome.BOOKED, Outcome.REFUSED);
        assertThat(show.preview(preview.statement().id(), owner).rows())
                .extracting(PreviewedRow::state)
                .containsExactly(State.NEW, State.BOOKED, State.BOOKED, State.REFUSED);
        var bread = transaction(committed, 0);
        assertThat(bread.content().postings().categories()).containsExactly(sweets.id());
        assertThat(bread.content().description().value()).isEqualTo("Bäcker · Brot");
        assertThat(bread.origin()).isEqualTo(Origin.STATEMENT);
        assertThat(books.annotations().get(bread.id(), owner).payee()).isEqualTo(baker.id());
        var wage = transaction(committed, 1);
        assertThat(wage.content().postings().categories()).containsExactly(named("Uncategorised", CategoryKind.INCOME));

        var rest = commit(preview.statement().id());
        var usual = transaction(rest, 0);
        assertThat(usual.content().postings().categories()).containsExactly(food.id());
    }

    @Test
    void a_hold_and_its_release_make_up_for_each_other_in_one_category() {
        commit(upload("""
                Datum,Name,Status,Brutto,Netto,Transaktionscode,Zugehöriger Transaktionscode,Auswirkung auf Guthaben
                14.07.2025,PayPal,Ausstehend,"-13,21","-13,21",A,,Soll
                15.07.2025,Laden,Abgeschlossen,"-13,21","-13,21",B,,Soll
                15.07.2025,PayPal,Abgeschlossen,"13,21","13,21",C,A,Haben
                """));
        var unknown = named("Uncategorised", CategoryKind.EXPENSE);
        assertThat(books.categories().all(owner)).hasSize(1);
        assertThat(unknown).isNotNull();
        assertThat(balance(giro)).isEqualTo("-1321 and 0 pending");
    }

    @Test
    void what_is_told_counts_and_is_remembered_for_the_account_and_header() {
        String file = """
                Date,Text,More,Amount
                01/02/2026,Shop,A,-1.00
                02/03/2026,Shop,B,-2.00
                """;
        var guessed = upload(file);
        assertThat(guessed.file().guessedDays()).isTrue();
        var told = new Told(
                null,
                null,
                null,
                Map.of(ColumnRole.DATE, List.of(0), ColumnRole.TEXT, List.of(2), ColumnRole.AMOUNT, List.of(3)),
                DateStyle.MONTH_FIRST,
                null,
                null,
                null);
        var preview =
                keep.tell(guessed.statement().id(), owner, guessed.statement().version(), told);
        assertThat(((Usable) preview.rows().getFirst().row()).day()).hasToString("2026-01-02");
        assertThatThrownBy(() -> keep.tell(
                        guessed.statement().id(), owner, guessed.statement().version(), Told.NOTHING))
                .isInstanceOf(Stale.class);
        commit(preview);

        var next = upload(file.replace("-1.00", "-9.00"));
        var row = (Usable) next.rows().getFirst().row();
        assertThat(next.file().remembered()).isTrue();
        assertThat(row.day()).hasToString("2026-01-02");
        assertThat(row.text()).isEqualTo("A");
        assertThat(next.rows()).extracting(PreviewedRow::state).containsExactly(State.NEW, State.DUPLICATE);
        // A row that can only be day first outweighs what was remembered.
        var clear = upload(file + "31/03/2026,Shop,C,-3.00\n");
        assertThat(clear.file().layout().dateStyle()).isEqualTo(DateStyle.DAY_FIRST);
    }

    @Test
    void a_plan_without_the_import_of_statements_takes_none() {
        Entitlements none = new GenerousEntitlements() {
            @Override
            public boolean has(UserId user, Entitlement entitlement) {
                return entitlement != Entitlement.STATEMENT_IMPORT;
            }
        };
        var refusing = new KeepStatements(writes, statements, books.accounts(), show, none, ids, clock);

        assertThatThrownBy(() -> refusing.upload(owner, giro.id(), "", MARCH.getBytes(UTF_8)))
                .isInstanceOf(NotAllowed.class);
        assertThat(show.of(giro.id(), owner)).isEmpty();
    }

    @Test
    void a_wrong_encoding_can_be_told_and_what_is_no_statement_is_not_kept() {
        var preview = keep.upload(owner, giro.id(), "", MARCH.getBytes(ISO_8859_1));
        assertThat(preview.file().layout().encoding()).isEqualTo(FileEncoding.ISO_8859_1);
        var told = new Told(FileEncoding.UTF_8, null, null, Map.of(), null, null, null, null);
        var wrong = keep.tell(preview.statement().id(), owner, null, told);
        assertThat(((Usable) wrong.rows().getFirst().row()).payee()).isEqualTo("B\uFFFDcker");

        for (String file : List.of("", "   \n", "hello", "a;b\nc;d\n", "PK\u0003\u0004zip", "%PDF-1.4")) {
            assertThatThrownBy(() -> upload(file)).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> keep.upload(owner, giro.id(), "", new byte[] {1, 0, 0, 0, 5, 0, 7}))
                .isInstanceOf(Invalid.class);
        assertThat(show.of(giro.id(), owner)).hasSize(1);
    }

    @Test
    void nobody_books_of_another_s_statement_nor_to_another_s_category_nor_rows_that_are_not_there() {
        var statement = upload(MARCH).statement();
        var stranger = newUser();
        var theirs = category(stranger, "Theirs", CategoryKind.EXPENSE);

        assertThatThrownBy(() -> show.preview(statement.id(), stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> keep.upload(stranger, giro.id(), "", MARCH.getBytes(UTF_8)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> keep.remove(statement.id(), stranger, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> commit(statement, Set.of(1), Map.of(1, theirs.id())))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> commit(statement, Set.of(5), Map.of())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> commit.handle(
                        new CommitStatement.Command(stranger, statement.id(), null, Optional.empty(), Map.of())))
                .isInstanceOf(NotFound.class);
        assertThat(balance(giro)).isEqualTo("0 and 0 pending");
    }

    @Test
    void rows_come_in_pages_and_by_their_state() {
        var statement = upload(MARCH).statement();
        var first = show.rows(statement.id(), owner, null, new PageRequest(3, null));
        var next = show.rows(statement.id(), owner, null, new PageRequest(3, first.next()));
        var refused = show.rows(statement.id(), owner, State.REFUSED, new PageRequest(3, null));

        assertThat(first.items()).extracting(PreviewedRow::number).containsExactly(1, 2, 3);
        assertThat(next.items()).extracting(PreviewedRow::number).containsExactly(4);
        assertThat(next.next()).isNull();
        assertThat(refused.items()).isEqualTo(next.items());
    }

    @Test
    void statements_are_forgotten_after_a_month_and_what_was_booked_is_still_known() {
        var statement = upload(MARCH).statement();
        commit(statement.id());
        clock.advance(Duration.ofDays(31));
        keep.purge();

        assertThatThrownBy(() -> show.preview(statement.id(), owner)).isInstanceOf(NotFound.class);
        assertThat(upload(MARCH).count(State.DUPLICATE)).isEqualTo(3);
    }

    @Test
    void there_are_only_so_many_at_a_time() {
        for (int i = 0; i < KeepStatements.MOST; i++) {
            upload(MARCH);
        }
        assertThatThrownBy(() -> upload(MARCH))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("too_many_statements"));
    }

    private StatementPreview upload(String file) {
        return keep.upload(owner, giro.id(), "", file.getBytes(UTF_8));
    }

    private CommittedStatement commit(StatementPreview preview) {
        return commit(preview.statement().id());
    }

    private CommittedStatement commit(StatementId statement) {
        return commit.handle(new CommitStatement.Command(owner, statement, null, Optional.empty(), Map.of()));
    }

    private CommittedStatement commit(Statement statement, Set<Integer> rows, Map<Integer, CategoryId> categories) {
        return commit.handle(
                new CommitStatement.Command(owner, statement.id(), statement.version(), Optional.of(rows), categories));
    }

    private Transaction transaction(CommittedStatement committed, int row) {
        return books.entries()
                .get(Objects.requireNonNull(committed.rows().get(row).transaction()), owner);
    }

    private Payee payee(String name, CategoryId usual) {
        var payee = Payee.create(new PayeeId(newId()), owner, new LedgerName(name), usual);
        return write(() -> {
            books.payees().add(payee);
            return payee;
        });
    }

    private CategoryId named(String name, CategoryKind kind) {
        return books.categories().all(owner).stream()
                .filter(category -> category.name().value().equals(name) && category.kind() == kind)
                .findAny()
                .orElseThrow()
                .id();
    }
}
