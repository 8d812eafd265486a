package dev.mainstay.bootstrap.coherence.load;

import java.util.List;

/**
 * What clients do.
 *
 * @param reads drawn by lot by every reader; one that stands in it twice is drawn twice as often
 * @param writes each done by a writer of its own
 */
public record Workload(List<ReadOperation> reads, List<WriteOperation> writes) {
    public Workload {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
    }
}
