package dev.mainstay.application.finance.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.application.finance.schedules.Schedules.Settled;
import dev.mainstay.application.finance.schedules.Schedules.Waiting;
import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.Nominal;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.Tags;
import dev.mainstay.domain.finance.schedules.Due;
import dev.mainstay.domain.finance.schedules.Failure;
import dev.mainstay.domain.finance.schedules.Schedule;
import dev.mainstay.domain.finance.schedules.ScheduleId;
import dev.mainstay.domain.finance.schedules.ScheduleName;
import dev.mainstay.domain.finance.schedules.Template;
import dev.mainstay.domain.finance.schedules.Timing;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of schedules does. */
public abstract class SchedulesContract {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final SequentialIds ids = new SequentialIds();

    protected abstract Transactions transactions();

    protected abstract BareBooks books();

    protected abstract Schedules schedules();

    @Test
    void a_schedule_comes_back_as_it_was_stored_and_to_its_owner_alone() {
        var ann = books().newUser();
        var rent = add(schedule(ann, "rent", "2026-03-01"));
        var failed = replace(rent.failed(new Failure(day("2026-03-01"), "account_closed", "It is closed.", NOW)));
        assertThat(schedules().get(rent.id(), ann)).isEqualTo(failed);

        var ended = replace(failed.advance(null));
        var first = add(schedule(ann, "Allowance", "2026-03-02"));
        assertThat(schedules().of(ann)).containsExactly(first, ended);
        assertThatThrownBy(() -> schedules().get(rent.id(), books().newUser())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> replace(failed)).isInstanceOf(Stale.class);

        in(() -> {
            schedules().settle(new Settled(rent.id(), day("2026-03-01"), null, NOW));
            schedules().remove(rent.id());
            return rent;
        });
        assertThat(schedules().of(ann)).containsExactly(first);
    }

    @Test
    void those_wait_that_run_and_are_due_the_longest_overdue_first() {
        var ann = books().newUser();
        var today = add(schedule(ann, "today", "2026-03-02"));
        var overdue = add(schedule(ann, "overdue", "2026-03-01"));
        add(schedule(ann, "tomorrow", "2026-03-03"));
        replace(add(schedule(ann, "paused", "2026-03-01")).pause());
        replace(add(schedule(ann, "failed", "2026-03-01"))
                .failed(new Failure(day("2026-03-01"), "account_closed", "It is closed.", NOW)));
        replace(add(schedule(ann, "ended", "2026-03-01")).advance(null));

        assertThat(schedules().waiting(day("2026-03-02"), 1_000))
                .containsSubsequence(new Waiting(overdue.id(), ann), new Waiting(today.id(), ann))
                .filteredOn(waiting -> waiting.owner().equals(ann))
                .hasSize(2);
        assertThat(schedules().waiting(day("2026-03-02"), 1)).hasSize(1);
    }

    @Test
    void an_occurrence_is_dealt_with_once() {
        var ann = books().newUser();
        var schedule = add(schedule(ann, "rent", "2026-03-01"));
        for (String day : List.of("2026-03-01", "2026-05-01", "2026-04-01")) {
            settle(new Settled(schedule.id(), day(day), null, NOW));
        }

        assertThatThrownBy(() -> settle(new Settled(schedule.id(), day("2026-04-01"), null, NOW)))
                .isInstanceOf(Conflict.class);
        assertThat(schedules().settled(schedule.id(), day("2026-04-01")))
                .contains(new Settled(schedule.id(), day("2026-04-01"), null, NOW));
        assertThat(schedules().settled(schedule.id(), day("2026-04-02"))).isEmpty();
        assertThat(schedules().settledFrom(schedule.id(), day("2026-03-02")))
                .extracting(Settled::day)
                .containsExactly(day("2026-04-01"), day("2026-05-01"));
        assertThat(schedules().lastSettled(schedule.id(), 2))
                .extracting(Settled::day)
                .containsExactly(day("2026-05-01"), day("2026-04-01"));
    }

    private Schedule schedule(UserId owner, String name, String next) {
        var category = books().category(owner, CategoryKind.EXPENSE, null);
        return new Schedule(
                new ScheduleId(ids.next()),
                owner,
                Version.FIRST,
                new ScheduleName(name),
                new Template(
                        true,
                        Postings.of(
                                new Posting(
                                        PostingTarget.to(books().account(owner, "EUR")),
                                        BareBooks.money("-850.00 EUR"),
                                        "by standing order"),
                                Posting.of(PostingTarget.to(category), BareBooks.money("800.00 EUR")),
                                Posting.of(PostingTarget.to(Nominal.OPENING), BareBooks.money("50.00 EUR"))),
                        new Description("Rent"),
                        null,
                        new Notes("first\nsecond"),
                        Tags.of("home", "fixed")),
                new Timing("FREQ=MONTHLY", day("2026-01-01"), day("2027-01-01")),
                new Due(day(next), 3),
                false,
                null,
                NOW);
    }

    private Schedule add(Schedule schedule) {
        return in(() -> {
            schedules().add(schedule);
            return schedule;
        });
    }

    private Schedule replace(Schedule schedule) {
        return in(() -> {
            schedules().replace(schedule);
            return schedule;
        });
    }

    private void settle(Settled settled) {
        in(() -> {
            schedules().settle(settled);
            return settled;
        });
    }

    private <T> T in(Supplier<T> work) {
        return transactions().run(work);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
