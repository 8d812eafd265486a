package dev.mainstay.bootstrap.coherence.history;

import dev.mainstay.bootstrap.coherence.history.Event.What;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * All that is known about one fact. Its versions only grow; a read must show one that is not smaller than any that was acknowledged,
 * or read by anybody, before it began, and not larger than the largest that was begun before it ended.
 *
 * <p>Writers announce a version before they send it, so the upper bound of a read is complete when its answer has come. Its lower
 * bound may become known late, for other threads report what they read a moment after they read it: then recent reads are judged again.
 */
public final class FactHistory {

    private static final long KEPT = Duration.ofMinutes(2).toNanos();
    private static final int RECENT = 512;
    private static final int NEIGHBOURS = 24;

    private final String name;
    private final Consumer<Violation> alarm;
    private final Timeline known = new Timeline();
    private final Timeline begun = new Timeline();
    private final Deque<Event> reads = new ArrayDeque<>();
    private final Deque<Event> writes = new ArrayDeque<>();

    FactHistory(String name, Consumer<Violation> alarm) {
        this.name = name;
        this.alarm = alarm;
    }

    public String name() {
        return name;
    }

    /** A client is about to send a write that makes this version; to be called before it is sent. */
    public synchronized void begun(long version, String where, long moment) {
        begun.raise(moment, version);
        begun.forgetBefore(moment - KEPT);
        keep(writes, new Event(What.WRITE_BEGUN, Sighting.of(version), where, moment, moment), NEIGHBOURS * 2);
    }

    /** The write was answered: the version is there. */
    public synchronized void acknowledged(long version, String where, long begin, long end) {
        keep(writes, new Event(What.WRITE_ACKNOWLEDGED, Sighting.of(version), where, begin, end), NEIGHBOURS * 2);
        learn(end, version);
    }

    /** The write was refused, or its fate is unknown: it may take effect at any later time, or never. */
    public synchronized void unacknowledged(What what, long version, String where, long begin, long end) {
        keep(writes, new Event(what, Sighting.of(version), where, begin, end), NEIGHBOURS * 2);
    }

    /** Somebody read it; what the read shows is from then on known to be there. */
    public synchronized void read(Sighting shown, String where, long begin, long end) {
        var read = new Event(What.READ, shown, where, begin, end);
        keep(reads, read, RECENT);
        if (explained(read)) {
            learn(end, candidate(read));
        } else {
            report(read);
        }
    }

    private void learn(long moment, long version) {
        if (known.raise(moment, version)) {
            known.forgetBefore(moment - KEPT);
            judgeAgainSince(moment);
        }
    }

    private void judgeAgainSince(long moment) {
        List<Event> unexplained = reads.stream()
                .filter(read -> read.begin() - moment > 0 && !explained(read))
                .toList();
        reads.removeAll(unexplained);
        unexplained.forEach(this::report);
    }

    private boolean explained(Event read) {
        long shown = candidate(read);
        return shown >= known.before(read.begin()) && shown <= begun.upTo(read.end());
    }

    /** The smallest version that the read may have shown. */
    private long candidate(Event read) {
        return read.shown().atLeast(Math.max(known.before(read.begin()), 0));
    }

    private void report(Event read) {
        alarm.accept(new Violation(
                name,
                read,
                known.before(read.begin()),
                begun.upTo(read.end()),
                Duration.ofNanos(staleFor(read)),
                near(read.begin())));
    }

    /** How long, when the read began, something newer had been known than the version it shows; 0 if it shows none by number. */
    private long staleFor(Event read) {
        if (!(read.shown() instanceof Sighting.Exactly(long version))) {
            return 0;
        }
        long newer = known.above(version);
        return newer == Timeline.NOTHING ? 0 : Math.max(0, read.begin() - newer);
    }

    private List<Event> near(long moment) {
        List<Event> near = new ArrayList<>(writes);
        reads.stream().skip(Math.max(0, reads.size() - NEIGHBOURS)).forEach(near::add);
        near.sort((one, other) -> Long.compare(one.end() - moment, other.end() - moment));
        return near;
    }

    /** What happened to it lately, a line each, with times relative to a moment. */
    public synchronized String lately(long moment) {
        return near(moment).stream().map(event -> "    " + event.line(moment)).collect(Collectors.joining("\n"));
    }

    private static void keep(Deque<Event> events, Event event, int most) {
        if (events.size() == most) {
            events.removeFirst();
        }
        events.addLast(event);
    }

    synchronized int remembered() {
        return known.entries() + begun.entries() + reads.size() + writes.size();
    }
}
