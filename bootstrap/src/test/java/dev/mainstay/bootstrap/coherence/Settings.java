package dev.mainstay.bootstrap.coherence;

import java.time.Duration;

/**
 * How long and how hard a system is tried.
 *
 * @param seed of the schedule of faults, and of what clients draw by lot
 * @param time how long at least
 * @param reads how many must have been checked before it may end
 * @param everyFault whether each fault must have struck before it may end
 * @param longest how long at most, whatever has been reached
 * @param pauseBetweenWrites the longest a writer pauses between two writes
 */
public record Settings(
        long seed,
        Duration time,
        long reads,
        boolean everyFault,
        Duration longest,
        int instances,
        int readersPerInstance,
        Duration pauseBetweenWrites) {

    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int INSTANCES = 2;
    private static final int READERS = 5;

    /** Five minutes, or longer until so many reads have been checked and every fault has struck; never longer than that. */
    public static Settings shortRun(long seed, long reads, Duration longest) {
        return new Settings(seed, Duration.ofMinutes(5), reads, true, longest, INSTANCES, READERS, PAUSE);
    }

    /** For so long, however many reads that is. */
    public static Settings lasting(Duration time, long seed) {
        return new Settings(seed, time, 1, false, time, INSTANCES, READERS, PAUSE);
    }
}
