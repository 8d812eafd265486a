package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.load.Weather;
import dev.mainstay.bootstrap.coherence.nemeses.Nemesis.Subject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Lets nemeses strike by a seed: which, whom, when, how long. Every kind has its turn before any has another; at most two overlap; between
 * there is calm, longer than a quarantine, so that the cache is used again.
 */
public final class Strikes implements Runnable {

    private static final int CALM_AT_LEAST = 5_000;
    private static final int CALM_AT_MOST = 14_000;
    private static final int ONE_IN_SO_MANY_HAS_COMPANY = 3;

    private final List<Nemesis> nemeses;
    private final Weather weather;
    private final Random random;
    private final AtomicBoolean over;
    private final Consumer<String> log;
    private final Deque<Nemesis> turns = new ArrayDeque<>();
    private final long origin = System.nanoTime();

    public Strikes(List<Nemesis> nemeses, Weather weather, long seed, AtomicBoolean over, Consumer<String> log) {
        this.nemeses = List.copyOf(nemeses);
        this.weather = weather;
        this.random = new Random(seed);
        this.over = over;
        this.log = log;
    }

    @Override
    public void run() {
        try {
            while (!over.get()) {
                calm();
                if (!over.get()) {
                    strike();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void calm() throws InterruptedException {
        Thread.sleep(random.nextInt(CALM_AT_LEAST, CALM_AT_MOST));
    }

    private void strike() throws InterruptedException {
        Nemesis first = next();
        Duration lasting = first.lasting(random);
        Optional<Nemesis> company =
                random.nextInt(ONE_IN_SO_MANY_HAS_COMPANY) == 0 ? nextBeside(first) : Optional.empty();
        List<Nemesis> striking = new ArrayList<>();
        try {
            begin(first, lasting, striking);
            if (company.isPresent()) {
                strikeBeside(company.get(), lasting, striking);
            } else {
                Thread.sleep(lasting);
            }
        } finally {
            inOrderOfEnding(striking).forEach(this::end);
        }
    }

    /** The second begins while the first lasts, and mostly outlives no more than half of it. */
    private void strikeBeside(Nemesis second, Duration lasting, List<Nemesis> striking) throws InterruptedException {
        Thread.sleep(lasting.dividedBy(2));
        Duration itsOwn = second.lasting(random);
        begin(second, itsOwn, striking);
        Thread.sleep(itsOwn);
    }

    /** The later first; but an instance that was killed is started when its servers can be reached again, for without them it gives up. */
    static List<Nemesis> inOrderOfEnding(List<Nemesis> striking) {
        return striking.reversed().stream()
                .sorted(Comparator.comparing(nemesis -> nemesis.subject() == Subject.INSTANCES))
                .toList();
    }

    private void begin(Nemesis nemesis, Duration lasting, List<Nemesis> striking) {
        striking.add(nemesis);
        weather.begin(nemesis.name());
        say(nemesis.name() + " for " + lasting.toMillis() + " ms: " + nemesis.start(random));
    }

    private void end(Nemesis nemesis) {
        nemesis.stop();
        weather.end(nemesis.name());
        say(nemesis.name() + " is over");
    }

    private void say(String what) {
        log.accept("%8.1f s  %s".formatted((System.nanoTime() - origin) / 1e9, what));
    }

    private Nemesis next() {
        if (turns.isEmpty()) {
            List<Nemesis> shuffled = new ArrayList<>(nemeses);
            Collections.shuffle(shuffled, random);
            turns.addAll(shuffled);
        }
        return turns.removeFirst();
    }

    /** The next in turn that lays hands on something else. */
    private Optional<Nemesis> nextBeside(Nemesis first) {
        Optional<Nemesis> other = turns.stream()
                .filter(nemesis -> nemesis.subject() != first.subject())
                .findFirst();
        other.ifPresent(turns::remove);
        return other;
    }
}
