package dev.mainstay.bootstrap.coherence.history;

/** What a read showed of a fact: one version, or a state that several versions have in common, such as "not there". */
public sealed interface Sighting {

    /** The smallest version from {@code low} on that looks like this; one below {@code low} if there is none. */
    long atLeast(long low);

    /** A version by its number. */
    static Sighting of(long version) {
        return new Exactly(version);
    }

    /** A state that every {@code period}-th version has: those that leave {@code remainder}. */
    static Sighting oneIn(long period, long remainder) {
        return new OneIn(period, remainder);
    }

    /** A version by its number. */
    record Exactly(long version) implements Sighting {
        @Override
        public long atLeast(long low) {
            return version;
        }

        @Override
        public String toString() {
            return "version " + version;
        }
    }

    /** Any version that leaves the remainder. */
    record OneIn(long period, long remainder) implements Sighting {
        @Override
        public long atLeast(long low) {
            return low + Math.floorMod(remainder - low, period);
        }

        @Override
        public String toString() {
            return "a version that is " + remainder + " modulo " + period;
        }
    }
}
