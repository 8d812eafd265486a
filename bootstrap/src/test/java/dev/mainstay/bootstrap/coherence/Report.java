package dev.mainstay.bootstrap.coherence;

import dev.mainstay.bootstrap.coherence.history.IntervalChecker;
import dev.mainstay.bootstrap.coherence.history.Violation;
import dev.mainstay.bootstrap.coherence.load.Histogram;
import dev.mainstay.bootstrap.coherence.load.Tally;
import dev.mainstay.bootstrap.coherence.load.Weather;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a trial has shown.
 *
 * @param outputs what the instances printed
 */
public record Report(
        String system,
        long seed,
        Duration time,
        IntervalChecker checker,
        Tally tally,
        Weather weather,
        List<Path> outputs) {

    public Report {
        outputs = List.copyOf(outputs);
    }

    private static final double RULE_OF_THREE = 3.0;

    /** The share of reads with a {@code Cache-Status} that were hits, 0 to 1. */
    public double hitShare() {
        Map<String, Long> outcomes = tally.counts("cache");
        long hits = outcomes.entrySet().stream()
                .filter(outcome -> outcome.getKey().contains("; hit"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return hits / (double) Math.max(1, tally.count("cache"));
    }

    /** With 95 % confidence a read is stale less often than this, if none was; the rule of three. */
    public double upperBound() {
        return RULE_OF_THREE / Math.max(1, tally.checkedReads());
    }

    private String longestWait() {
        return tally.times().entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.comparing(Histogram::longest)))
                .map(longest ->
                        "%.0f ms for a %s".formatted(millis(longest.getValue().longest()), longest.getKey()))
                .orElse("none");
    }

    /** The lines that instances printed with that word in them. */
    public List<String> logged(String word) {
        return outputs.stream().flatMap(output -> lines(output, word).stream()).toList();
    }

    private static List<String> lines(Path output, String word) {
        try (var lines = Files.lines(output)) {
            return lines.filter(line -> line.contains(word)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        text.append("%n== %s, seed %d, %d s%n".formatted(system, seed, time.toSeconds()));
        line(text, "reads checked", tally.checkedReads());
        line(text, "violations", checker.violations());
        line(text, "writes", tally.counts("write"));
        if (checker.violations() == 0) {
            line(
                    text,
                    "stale reads, 95 % upper bound",
                    "%.2g per read (3 / %d)".formatted(upperBound(), tally.checkedReads()));
        }
        line(text, "hits", "%.1f %% of cached reads".formatted(hitShare() * 100));
        line(text, "longest wait", longestWait());
        table(text, "outcomes", tally.counts("cache"));
        table(text, "views", tally.counts("view"));
        table(text, "reads that said nothing", tally.counts("says nothing"));
        table(text, "no answer", tally.counts("no answer"));
        table(text, "5xx", tally.counts("5xx"));
        table(text, "writes refused", tally.counts("refused"));
        text.append("faults\n");
        weather.names().forEach(name -> text.append("  %-30s %d%n".formatted(name, weather.strikes(name))));
        text.append(
                "times, ms                                                       count      p50      p99      max\n");
        tally.times()
                .forEach((what, times) -> text.append("  %-55s %11d %8.1f %8.1f %8.1f%n"
                        .formatted(
                                what,
                                times.count(),
                                millis(times.at(0.5)),
                                millis(times.at(0.99)),
                                millis(times.longest()))));
        table(text, "violations by view, instance, cache and weather", tally.counts("violation"));
        table(text, "answers that should not have been", tally.unexpected());
        for (Violation violation : checker.firstViolations()) {
            text.append(violation).append('\n');
        }
        return text.toString();
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    private static void line(StringBuilder text, String what, Object value) {
        text.append("%-32s %s%n".formatted(what, value));
    }

    private static void table(StringBuilder text, String what, Map<String, ?> counts) {
        if (!counts.isEmpty()) {
            text.append(what).append('\n');
            counts.forEach((name, count) -> text.append("  %-55s %s%n".formatted(name, count)));
        }
    }
}
