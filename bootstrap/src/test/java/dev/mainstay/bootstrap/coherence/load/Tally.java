package dev.mainstay.bootstrap.coherence.load;

import dev.mainstay.bootstrap.coherence.history.Violation;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what clients were answered, how fast, and in which weather. */
public final class Tally {

    /** How long after a fault its effects may show. */
    private static final long AFTERMATH = Duration.ofSeconds(10).toNanos();

    private final Weather weather;
    private final long mayRefuse;
    private final LongAdder checked = new LongAdder();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, Histogram> times = new ConcurrentHashMap<>();
    private final Map<String, String> unexpected = new ConcurrentHashMap<>();

    /**
     * Nothing counted.
     *
     * @param mayRefuse the bits of the faults during and after which 503 is a right answer
     */
    public Tally(Weather weather, long mayRefuse) {
        this.weather = weather;
        this.mayRefuse = mayRefuse;
    }

    /** A read that showed something, and so could be checked. */
    void checkedRead() {
        checked.increment();
    }

    /** How many reads could be checked. */
    public long checkedReads() {
        return checked.sum();
    }

    /** One more of a kind: {@code group: what}. */
    public void count(String group, String what) {
        counts.computeIfAbsent(group + ": " + what, first -> new LongAdder()).increment();
    }

    /** All counts of a group, by what was counted. */
    public Map<String, Long> counts(String group) {
        var found = new TreeMap<String, Long>();
        counts.forEach((name, count) -> {
            if (name.startsWith(group + ": ")) {
                found.put(name.substring(group.length() + 2), count.sum());
            }
        });
        return found;
    }

    public long count(String group) {
        return counts(group).values().stream().mapToLong(Long::longValue).sum();
    }

    /** A read that cannot be explained, by how it was come by and in which weather. */
    public void violated(Violation violation) {
        long begin = violation.read().begin();
        String condition =
                weather.name(weather.between(begin - AFTERMATH, violation.read().end()));
        count("violation", violation.read().where() + ", in or after " + condition);
    }

    /** A request that took so long, and what was answered; null if nothing was. */
    void answered(String kind, String what, @Nullable Response response, long begin, long end) {
        long mask = weather.between(begin, end);
        time(kind, weather.name(mask), end - begin);
        if (response == null) {
            count("no answer", kind);
        } else if (response.status() >= 500) {
            count("5xx", kind);
            if (!mayRefuse(response, begin, end)) {
                unexpected.putIfAbsent(
                        what + " in " + weather.name(weather.between(begin - AFTERMATH, end)), response.toString());
            }
        }
    }

    private boolean mayRefuse(Response response, long begin, long end) {
        return response.status() == 503
                && response.header("content-type").startsWith("application/problem+json")
                && (weather.between(begin - AFTERMATH, end) & mayRefuse) != 0;
    }

    private void time(String kind, String condition, long nanos) {
        times.computeIfAbsent(kind + " in " + condition, first -> new Histogram())
                .add(nanos);
    }

    /** How long each kind of request took in each weather. */
    public Map<String, Histogram> times() {
        return new TreeMap<>(times);
    }

    /** Something that no fault explains. */
    void surprise(String what) {
        unexpected.putIfAbsent("surprise " + unexpected.size(), what);
    }

    /** Answers that should not have been, one for each operation and weather. */
    public Map<String, String> unexpected() {
        return new TreeMap<>(unexpected);
    }
}
