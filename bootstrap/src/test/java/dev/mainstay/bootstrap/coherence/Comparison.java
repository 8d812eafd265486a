package dev.mainstay.bootstrap.coherence;

import java.util.List;
import java.util.stream.Collectors;

/** Several systems after the same trial, side by side. */
final class Comparison {

    private Comparison() {}

    /** A table in Markdown, a line for each. */
    static String table(List<Report> reports) {
        return reports.stream().map(Comparison::line).collect(Collectors.joining("\n", """
                        | system | reads checked | stale reads | share | stale for up to | hits | writes acknowledged | 5xx | no answer |
                        |---|---|---|---|---|---|---|---|---|
                        """, "\n"));
    }

    private static String line(Report report) {
        long reads = report.tally().checkedReads();
        long stale = report.checker().violations();
        return "| %s | %,d | %,d | %s | %s | %.0f %% | %,d | %,d | %,d |"
                .formatted(
                        report.system(),
                        reads,
                        stale,
                        stale == 0
                                ? "0, below %.1g %%".formatted(100 * report.upperBound())
                                : "%.2g %%".formatted(100.0 * stale / Math.max(1, reads)),
                        stale == 0
                                ? ""
                                : "%.1f s".formatted(report.checker().stalest().toMillis() / 1e3),
                        report.hitShare() * 100,
                        report.tally().counts("write").getOrDefault("acknowledged", 0L),
                        report.tally().count("5xx"),
                        report.tally().count("no answer"));
    }
}
