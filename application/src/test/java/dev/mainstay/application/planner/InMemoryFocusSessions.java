package dev.mainstay.application.planner;

import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.FocusSession;
import dev.mainstay.domain.planner.FocusSession.Finished;
import dev.mainstay.domain.planner.FocusSessionId;
import dev.mainstay.domain.planner.Stretch;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Focus sessions without a database. */
public final class InMemoryFocusSessions implements FocusSessions, FocusReader {

    private final InMemoryTable<FocusSessionId, FocusSession> rows;

    public InMemoryFocusSessions(InMemoryTransactions transactions) {
        this.rows = new InMemoryTable<>(transactions);
    }

    @Override
    public void add(FocusSession.Running session) {
        if (open(session.plan().owner()).findAny().isPresent()) {
            throw new Conflict("focus_running", "A focus session has not ended yet; finish or abandon it first.");
        }
        rows.put(session.plan().id(), session);
    }

    @Override
    public FocusSession get(FocusSessionId id, UserId owner) {
        return rows.find(id)
                .filter(session -> session.plan().owner().equals(owner))
                .orElseThrow(() -> new NotFound("focus_not_found", "There is no such focus session."));
    }

    @Override
    public void replace(FocusSession changed, Version expected) {
        var stored = rows.find(changed.plan().id()).orElseThrow();
        if (!stored.version().equals(expected)) {
            throw new Stale("stale", "The focus session was changed by another device; read it again.");
        }
        rows.put(changed.plan().id(), changed);
    }

    @Override
    public List<FocusSession> claimOverdue(Instant plannedEndBefore, int limit) {
        return rows.stream()
                .filter(InMemoryFocusSessions::isOpen)
                .filter(session -> session.plannedEnd().isBefore(plannedEndBefore))
                .sorted(Comparator.comparing(FocusSession::plannedEnd))
                .limit(limit)
                .toList();
    }

    @Override
    public FocusNow now(UserId owner) {
        return new FocusNow(open(owner).findAny().map(FocusSnapshot::of));
    }

    @Override
    public Page<FocusSnapshot> history(UserId owner, PageRequest page) {
        Comparator<FocusSnapshot> oldestFirst = Comparator.comparing(FocusSnapshot::startedAt)
                .thenComparing(snapshot -> snapshot.id().value().toString());
        Cursor after = page.after();
        var all = rows.stream()
                .filter(session -> session.plan().owner().equals(owner))
                .map(FocusSnapshot::of)
                .sorted(oldestFirst.reversed())
                .dropWhile(snapshot -> after != null && !position(snapshot).equals(after))
                .skip(after == null ? 0 : 1)
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(all, page.limit(), InMemoryFocusSessions::position);
    }

    private static Cursor position(FocusSnapshot snapshot) {
        return new Cursor(
                FocusReader.NEWEST_FIRST,
                List.of(snapshot.startedAt().toString(), snapshot.id().value().toString()));
    }

    @Override
    public List<Duration> focusedBetween(UserId owner, List<Instant> boundaries) {
        var stretches = rows.stream()
                .filter(session -> session.plan().owner().equals(owner))
                .filter(Finished.class::isInstance)
                .flatMap(session -> session.stretches().stream())
                .toList();
        return IntStream.range(0, boundaries.size() - 1)
                .mapToObj(i -> Stretch.sum(stretches.stream()
                        .flatMap(stretch -> part(stretch, boundaries.get(i), boundaries.get(i + 1)))
                        .toList()))
                .toList();
    }

    private static Stream<Stretch> part(Stretch stretch, Instant from, Instant until) {
        Instant start = stretch.from().isAfter(from) ? stretch.from() : from;
        Instant end = stretch.until().isBefore(until) ? stretch.until() : until;
        return start.isBefore(end) ? Stream.of(new Stretch(start, end)) : Stream.empty();
    }

    private Stream<FocusSession> open(UserId owner) {
        return rows.stream()
                .filter(session -> session.plan().owner().equals(owner))
                .filter(InMemoryFocusSessions::isOpen);
    }

    private static boolean isOpen(FocusSession session) {
        return session instanceof FocusSession.Running || session instanceof FocusSession.Paused;
    }
}
