package dev.mainstay.bootstrap.coherence;

import dev.mainstay.bootstrap.coherence.history.IntervalChecker;
import dev.mainstay.bootstrap.coherence.load.Reader;
import dev.mainstay.bootstrap.coherence.load.Tally;
import dev.mainstay.bootstrap.coherence.load.Weather;
import dev.mainstay.bootstrap.coherence.load.Workload;
import dev.mainstay.bootstrap.coherence.load.Writer;
import dev.mainstay.bootstrap.coherence.load.WriterClient;
import dev.mainstay.bootstrap.coherence.nemeses.Nemeses;
import dev.mainstay.bootstrap.coherence.nemeses.Nemesis;
import dev.mainstay.bootstrap.coherence.nemeses.Strikes;
import dev.mainstay.bootstrap.coherence.servers.Cluster;
import dev.mainstay.bootstrap.coherence.servers.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** One run of a system under test with clients and faults, from the first process to the report. */
public final class Trial {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(300), Duration.ofMillis(1_200), Duration.ofSeconds(7));

    private final SystemUnderTest system;
    private final Settings settings;
    private final Function<Cluster, List<Nemesis>> faults;
    private final AtomicBoolean over = new AtomicBoolean();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    private Trial(SystemUnderTest system, Settings settings, Function<Cluster, List<Nemesis>> faults) {
        this.system = system;
        this.settings = settings;
        this.faults = faults;
    }

    /** Tries a system with all faults there are. */
    public static Report of(SystemUnderTest system, Settings settings) {
        return of(system, settings, cluster -> Nemeses.all(cluster, PAUSES));
    }

    /** Tries a system with some faults only, or none. */
    public static Report of(SystemUnderTest system, Settings settings, Function<Cluster, List<Nemesis>> faults) {
        System.out.println("coherence: " + system.name() + ", " + settings);
        try (var cluster = new Cluster()) {
            return new Trial(system, settings, faults).run(cluster);
        }
    }

    private Report run(Cluster cluster) {
        List<Nemesis> nemeses = faults.apply(cluster);
        var weather = new Weather(nemeses.stream().map(Nemesis::name).toList());
        var tally = new Tally(weather, mayRefuse(nemeses));
        var checker = new IntervalChecker(tally::violated);
        Instance first = cluster.add(system::launch);
        Workload workload = system.prepare(first, checker);
        while (cluster.instances().size() < settings.instances()) {
            cluster.add(system::launch);
        }
        long begin = System.nanoTime();
        startClients(cluster, workload, tally);
        if (!nemeses.isEmpty()) {
            start("strikes", new Strikes(nemeses, weather, settings.seed(), over, System.out::println));
        }
        awaitEnd(begin, tally, weather);
        return new Report(
                system.name(),
                settings.seed(),
                Duration.ofNanos(System.nanoTime() - begin),
                checker,
                tally,
                weather,
                cluster.instances().stream().map(Instance::output).toList());
    }

    private static long mayRefuse(List<Nemesis> nemeses) {
        long mask = 0;
        for (int fault = 0; fault < nemeses.size(); fault++) {
            mask |= nemeses.get(fault).mayRefuse() ? 1L << fault : 0;
        }
        return mask;
    }

    private void startClients(Cluster cluster, Workload workload, Tally tally) {
        var seeds = new Random(settings.seed());
        int[] ports = cluster.instances().stream().mapToInt(Instance::port).toArray();
        for (var write : workload.writes()) {
            var client = new WriterClient(ports, tally, seeds.nextLong());
            start("writer", new Writer(write, client, settings.pauseBetweenWrites(), over));
        }
        for (int instance = 0; instance < ports.length; instance++) {
            for (int reader = 0; reader < settings.readersPerInstance(); reader++) {
                start("reader", new Reader(instance, ports[instance], workload.reads(), tally, over, seeds.nextLong()));
            }
        }
    }

    private void start(String name, Runnable work) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error failure) {
                failures.add(failure);
            }
        }));
    }

    private void awaitEnd(long begin, Tally tally, Weather weather) {
        try {
            long reads = 0;
            while (!isEnd(Duration.ofNanos(System.nanoTime() - begin), tally, weather) && failures.isEmpty()) {
                Thread.sleep(1_000);
                if (Duration.ofNanos(System.nanoTime() - begin).toSeconds() % 10 == 0) {
                    System.out.printf(
                            "            %d reads, %d more%n", tally.checkedReads(), tally.checkedReads() - reads);
                    reads = tally.checkedReads();
                }
            }
            over.set(true);
            for (Thread thread : threads) {
                thread.join(Duration.ofMinutes(2));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a client or a nemesis failed", failures.peek());
        }
    }

    private boolean isEnd(Duration passed, Tally tally, Weather weather) {
        boolean struck = weather.names().stream().allMatch(fault -> weather.strikes(fault) > 0);
        boolean enough = tally.checkedReads() >= settings.reads() && (struck || !settings.everyFault());
        return passed.compareTo(settings.longest()) >= 0 || (passed.compareTo(settings.time()) >= 0 && enough);
    }
}
