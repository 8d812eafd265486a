package dev.mainstay.application.finance.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mainstay.application.coherence.NoFences;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.application.finance.ledger.Books;
import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.finance.schedules.ArrangeSchedule.Wanted;
import dev.mainstay.application.finance.schedules.Schedules.Settled;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.planner.SimpleRecurrences;
import dev.mainstay.application.plans.GenerousEntitlements;
import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.finance.ledger.AccountKind;
import dev.mainstay.domain.finance.ledger.Category;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.Tags;
import dev.mainstay.domain.finance.ledger.TransactionStatus;
import dev.mainstay.domain.finance.schedules.Schedule;
import dev.mainstay.domain.finance.schedules.Schedule.Status;
import dev.mainstay.domain.finance.schedules.ScheduleFailed;
import dev.mainstay.domain.finance.schedules.ScheduleName;
import dev.mainstay.domain.finance.schedules.Template;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunningSchedulesTest {

    private final TestClock clock = TestClock.at("2026-03-10T12:00:00Z");
    private final SequentialIds ids = new SequentialIds();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Books books = Books.inMemory(transactions);
    private final InMemorySchedules schedules = new InMemorySchedules(transactions);
    private final List<DomainEvent> raised = new ArrayList<>();
    private final Writes writes =
            new Writes(transactions, new ViewCatalogue(List.of()), new NoFences(), List.of(), List.of(raised::addAll));
    private ZoneId zone = ZoneId.of("UTC");
    private final UserZones zones = user -> zone;
    private final RecordTransactions record = books.recording(writes, zones, ids, clock);
    private final Calendar calendar = new Calendar(new SimpleRecurrences());
    private final ArrangeSchedule arrange =
            new ArrangeSchedule(writes, schedules, record, calendar, new GenerousEntitlements(), zones, ids, clock);
    private final SteerSchedule steer = new SteerSchedule(writes, schedules, calendar, zones, clock);
    private final RunSchedules run = new RunSchedules(writes, schedules, record, calendar, zones, clock);
    private final ShowSchedules show = new ShowSchedules(schedules, calendar);

    private final UserId ann = new UserId(ids.next());
    private final LedgerAccount bank = account();
    private final Category food = category();

    @Test
    void it_records_what_is_due_once_and_makes_up_for_missed_days_so_many_at_a_time() {
        var weekly = arrange.create(ann, wanted("FREQ=WEEKLY;COUNT=3", "2026-03-01", null));
        assertThat(run.handle()).isEqualTo(2);
        assertThat(run.handle()).isZero();

        assertThat(recorded(weekly)).containsExactly("2026-03-08", "2026-03-01");
        var transaction = books.entries()
                .get(
                        Objects.requireNonNull(schedules
                                .settled(weekly.id(), LocalDate.parse("2026-03-01"))
                                .orElseThrow()
                                .transaction()),
                        ann);
        assertThat(transaction.origin()).isEqualTo(Origin.SCHEDULE);
        assertThat(transaction.status()).isEqualTo(TransactionStatus.POSTED);
        assertThat(transaction.content().day()).isEqualTo("2026-03-01");
        clock.advance(Duration.ofDays(30));
        assertThat(run.handle()).isEqualTo(1);
        assertThat(schedules.get(weekly.id(), ann).status()).isEqualTo(Status.ENDED);

        arrange.create(ann, wanted("FREQ=DAILY", "2026-03-01", "2026-04-05"));
        assertThat(run.handle()).isEqualTo(RunSchedules.MOST_OF_ONE);
        assertThat(run.handle()).isEqualTo(5);
        assertThat(run.handle()).isZero();
    }

    @Test
    void a_day_is_due_when_it_begins_where_its_owner_lives() {
        zone = ZoneId.of("America/Los_Angeles");
        arrange.create(ann, wanted("FREQ=DAILY", "2026-03-11", null));
        clock.advance(Duration.ofHours(18));
        assertThat(run.handle()).isZero();

        clock.advance(Duration.ofHours(1));
        assertThat(run.handle()).isEqualTo(1);
        zone = ZoneId.of("Pacific/Kiritimati");
        clock.advance(Duration.ofHours(3));
        assertThat(run.handle()).as("the twelfth has begun there").isEqualTo(1);
    }

    @Test
    void one_that_is_refused_waits_with_the_reason_stops_no_other_and_makes_up_when_it_is_mended() {
        var broken = arrange.create(ann, wanted("FREQ=DAILY", "2026-03-08", null));
        var other = account();
        close(bank);
        var sound = arrange.create(ann, wanted(other, "FREQ=DAILY", "2026-03-09"));
        assertThat(run.handle()).isEqualTo(2);

        var failed = schedules.get(broken.id(), ann);
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(Objects.requireNonNull(failed.failure()).code()).isEqualTo("account_closed");
        assertThat(raised)
                .contains(new ScheduleFailed(ann, broken.id(), LocalDate.parse("2026-03-08"), "account_closed"));
        assertThat(recorded(sound)).hasSize(2);
        assertThat(run.handle()).isZero();

        var mended = arrange.replace(ann, broken.id(), failed.version(), wanted(other, "FREQ=DAILY", "2026-03-08"));
        assertThat(mended.status()).isEqualTo(Status.RUNNING);
        assertThat(run.handle()).isEqualTo(3);
        assertThat(recorded(broken)).containsExactly("2026-03-10", "2026-03-09", "2026-03-08");
    }

    @Test
    void what_falls_into_a_pause_is_not_made_up_for() {
        var daily = arrange.create(ann, wanted("FREQ=DAILY", "2026-03-10", null));
        run.handle();
        var paused = steer.pause(ann, daily.id(), version(daily));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> steer.pause(ann, daily.id(), paused.version()));
        clock.advance(Duration.ofDays(3));
        assertThat(run.handle()).isZero();

        steer.resume(ann, daily.id(), paused.version());
        assertThat(run.handle()).isEqualTo(1);
        assertThat(recorded(daily)).containsExactly("2026-03-13", "2026-03-10");
    }

    @Test
    void a_day_that_is_skipped_is_left_out_alone() {
        var daily = arrange.create(ann, wanted("FREQ=DAILY", "2026-03-10", null));
        steer.skip(ann, daily.id(), version(daily), LocalDate.parse("2026-03-11"));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> steer.skip(ann, daily.id(), version(daily), LocalDate.parse("2026-03-11")));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> steer.skip(ann, daily.id(), version(daily), LocalDate.parse("2026-03-09")));
        assertThat(show.one(ann, daily.id()).upcoming())
                .startsWith(LocalDate.parse("2026-03-10"), LocalDate.parse("2026-03-12"))
                .hasSize(5);
        clock.advance(Duration.ofDays(2));

        assertThat(run.handle()).isEqualTo(2);
        assertThat(recorded(daily)).containsExactly("2026-03-12", "2026-03-10");
        steer.skip(ann, daily.id(), version(daily), LocalDate.parse("2026-03-13"));
        assertThat(show.one(ann, daily.id()).upcoming()).startsWith(LocalDate.parse("2026-03-14"));
    }

    @Test
    void another_rule_goes_on_from_today_and_never_records_a_day_again() {
        var daily = arrange.create(ann, wanted("FREQ=DAILY", "2026-03-09", null));
        run.handle();
        var weekly = arrange.replace(ann, daily.id(), version(daily), wanted("FREQ=WEEKLY", "2026-03-03", null));

        assertThat(show.shown(weekly).upcoming()).startsWith(LocalDate.parse("2026-03-17"));
        clock.advance(Duration.ofDays(7));
        assertThat(run.handle()).isEqualTo(1);
        assertThat(recorded(daily)).containsExactly("2026-03-17", "2026-03-10", "2026-03-09");
    }

    @Test
    void what_could_not_be_recorded_is_not_arranged() {
        close(bank);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> arrange.create(ann, wanted("FREQ=DAILY", "2026-03-10", null)));
        var strangers = new LedgerAccountId(ids.next());
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> arrange.create(
                        ann,
                        new Wanted(
                                new ScheduleName("x"),
                                template(strangers),
                                "FREQ=DAILY",
                                LocalDate.parse("2026-03-10"),
                                null)))
                .satisfies(invalid ->
                        assertThat(invalid.errors().getFirst().field()).isEqualTo("transaction.postings[0].account"));
        for (String start : List.of("2025-03-08", "1800-01-01")) {
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> arrange.create(ann, wanted("FREQ=DAILY", start, null)));
        }
        assertThat(schedules.of(ann)).isEmpty();
    }

    private Version version(Schedule schedule) {
        return schedules.get(schedule.id(), ann).version();
    }

    private List<String> recorded(Schedule schedule) {
        return schedules.lastSettled(schedule.id(), 100).stream()
                .filter(settled -> settled.transaction() != null)
                .map(Settled::day)
                .map(LocalDate::toString)
                .toList();
    }

    private Wanted wanted(String rule, String start, @Nullable String until) {
        return new Wanted(
                new ScheduleName("Bread"),
                template(bank.id()),
                rule,
                LocalDate.parse(start),
                until == null ? null : LocalDate.parse(until));
    }

    private Wanted wanted(LedgerAccount account, String rule, String start) {
        return new Wanted(new ScheduleName("Bread"), template(account.id()), rule, LocalDate.parse(start), null);
    }

    private Template template(LedgerAccountId account) {
        return new Template(
                true,
                Postings.of(
                        Posting.of(PostingTarget.to(account), BareBooks.money("-1.00 EUR")),
                        Posting.of(PostingTarget.to(food.id()), BareBooks.money("1.00 EUR"))),
                new Description("Bread"),
                null,
                Notes.NONE,
                Tags.NONE);
    }

    private LedgerAccount account() {
        var id = ids.next();
        var account = LedgerAccount.open(
                new LedgerAccountId(id),
                ann,
                AccountKind.BANK,
                new LedgerName("Account " + id),
                Currency.getInstance("EUR"),
                clock.instant());
        return transactions.run(() -> {
            books.accounts().add(account);
            return account;
        });
    }

    private void close(LedgerAccount account) {
        writes.perform(events -> books.accounts().replace(account.close(clock.instant())));
    }

    private Category category() {
        var category =
                Category.create(new CategoryId(ids.next()), ann, CategoryKind.EXPENSE, new LedgerName("Food"), null);
        return transactions.run(() -> {
            books.categories().add(category);
            return category;
        });
    }
}
