package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.servers.Cluster;
import dev.mainstay.bootstrap.coherence.servers.Instance;
import dev.mainstay.bootstrap.coherence.servers.Link;
import java.time.Duration;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All that one instance and a server send each other arrives late, now a little, now more than budgets allow. */
final class Late implements Nemesis {

    private final String name;
    private final Subject subject;
    private final Cluster cluster;
    private final Function<Instance, Link> links;
    private @Nullable Link struck;

    Late(String name, Subject subject, Cluster cluster, Function<Instance, Link> links) {
        this.name = name;
        this.subject = subject;
        this.cluster = cluster;
        this.links = links;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public String start(RandomGenerator random) {
        Link link = links.apply(cluster.anyInstance(random));
        var delay = Duration.ofMillis(random.nextInt(1, 30));
        var jitter = Duration.ofMillis(random.nextInt(1, 60));
        link.delay(delay, jitter);
        struck = link;
        return link.name() + " by " + delay.toMillis() + " ms and up to " + jitter.toMillis() + " ms more";
    }

    @Override
    public void stop() {
        if (struck != null) {
            struck.heal();
            struck = null;
        }
    }
}
