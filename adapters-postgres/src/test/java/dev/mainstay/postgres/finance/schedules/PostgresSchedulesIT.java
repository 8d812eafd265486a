package dev.mainstay.postgres.finance.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.NoFences;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.finance.schedules.ArrangeSchedule;
import dev.mainstay.application.finance.schedules.Calendar;
import dev.mainstay.application.finance.schedules.RunSchedules;
import dev.mainstay.application.finance.schedules.Schedules;
import dev.mainstay.application.finance.schedules.SchedulesContract;
import dev.mainstay.application.planner.SimpleRecurrences;
import dev.mainstay.application.plans.GenerousEntitlements;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.Tags;
import dev.mainstay.domain.finance.schedules.Schedule.Status;
import dev.mainstay.domain.finance.schedules.ScheduleName;
import dev.mainstay.domain.finance.schedules.Template;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.postgres.finance.books.PostgresBareBooks;
import dev.mainstay.postgres.finance.ledger.PostgresAnnotations;
import dev.mainstay.postgres.finance.ledger.PostgresCategories;
import dev.mainstay.postgres.finance.ledger.PostgresLedgerAccounts;
import dev.mainstay.postgres.finance.ledger.PostgresLedgerTransactions;
import dev.mainstay.postgres.finance.ledger.PostgresPayees;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PostgresSchedulesIT extends SchedulesContract {

    private final Database database = new Database(TestPostgres.freshDatabase());
    private final PostgresBareBooks books = new PostgresBareBooks(database);
    private final PostgresSchedules schedules = new PostgresSchedules(database);
    private final TestClock clock = TestClock.at("2026-03-20T12:00:00Z");
    private final Writes writes =
            new Writes(database, new ViewCatalogue(List.of()), new NoFences(), List.of(), List.of());
    private final RecordTransactions record = new RecordTransactions(
            writes,
            new PostgresLedgerAccounts(database),
            new PostgresCategories(database),
            new PostgresPayees(database),
            new PostgresLedgerTransactions(database),
            new PostgresAnnotations(database),
            user -> ZoneOffset.UTC,
            UUID::randomUUID,
            clock);
    private final Calendar calendar = new Calendar(new SimpleRecurrences());
    private final ArrangeSchedule arrange = new ArrangeSchedule(
            writes,
            schedules,
            record,
            calendar,
            new GenerousEntitlements(),
            user -> ZoneOffset.UTC,
            UUID::randomUUID,
            clock);
    private final RunSchedules run =
            new RunSchedules(writes, schedules, record, calendar, user -> ZoneOffset.UTC, clock);

    @Override
    protected Transactions transactions() {
        return database;
    }

    @Override
    protected BareBooks books() {
        return books;
    }

    @Override
    protected Schedules schedules() {
        return schedules;
    }

    @Test
    void however_many_run_at_once_each_day_is_recorded_once_and_one_that_is_refused_stops_no_other() throws Exception {
        var ann = books.newUser();
        var bank = books.account(ann, "EUR");
        var closed = books.account(ann, "EUR");
        var food = books.category(ann, CategoryKind.EXPENSE, null);
        var refused = arrange.create(ann, wanted(closed, food));
        var good = arrange.create(ann, wanted(bank, food));
        database.run(() -> database.write(
                handle -> handle.execute("UPDATE finance.account SET closed_at = now() WHERE id = ?", closed.value())));

        var runs = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 4; i++) {
            runs.add(run::handle);
        }
        int recorded = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(runs)) {
                recorded += done.get();
            }
        }
        assertThat(recorded).isEqualTo(20);
        assertThat(database.<Integer>read(handle -> handle.select(
                                "SELECT count(*) FROM finance.transaction WHERE owner = ? AND origin = 'SCHEDULE'",
                                ann.value())
                        .mapTo(Integer.class)
                        .one()))
                .isEqualTo(20);
        assertThat(schedules.lastSettled(good.id(), 100))
                .hasSize(20)
                .allSatisfy(settled -> assertThat(settled.transaction()).isNotNull());
        var marked = schedules.get(refused.id(), ann);
        assertThat(marked.status()).isEqualTo(Status.FAILED);
        assertThat(marked.failure())
                .isNotNull()
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("account_closed"));
        assertThat(schedules.lastSettled(refused.id(), 100)).isEmpty();
    }

    @Test
    void a_category_that_a_schedule_posts_to_is_in_use_and_all_goes_with_its_owner() {
        var ann = books.newUser();
        var food = books.category(ann, CategoryKind.EXPENSE, null);
        var schedule = arrange.create(ann, wanted(books.account(ann, "EUR"), food));
        run.handle();

        var unused = books.category(ann, CategoryKind.EXPENSE, null);
        arrange.create(ann, wanted(books.account(ann, "EUR"), unused));
        assertThatThrownBy(() -> database.run(() -> {
                    new PostgresCategories(database).remove(unused);
                    return unused;
                }))
                .isInstanceOf(Conflict.class);
        assertThat(schedules.get(schedule.id(), ann).template().postings().lines())
                .hasSize(2);

        database.run(() ->
                database.write(handle -> handle.execute("DELETE FROM identity.account WHERE id = ?", ann.value())));
        assertThat(schedules.of(ann)).isEmpty();
    }

    private static ArrangeSchedule.Wanted wanted(LedgerAccountId account, CategoryId category) {
        return new ArrangeSchedule.Wanted(
                new ScheduleName("Daily bread"),
                new Template(
                        true,
                        Postings.of(
                                Posting.of(PostingTarget.to(account), BareBooks.money("-1.00 EUR")),
                                Posting.of(PostingTarget.to(category), BareBooks.money("1.00 EUR"))),
                        Description.NONE,
                        null,
                        Notes.NONE,
                        Tags.NONE),
                "FREQ=DAILY",
                LocalDate.parse("2026-03-01"),
                null);
    }
}
