package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.servers.Cluster;
import dev.mainstay.bootstrap.coherence.servers.Instance;
import dev.mainstay.bootstrap.coherence.servers.Link;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** An instance's connections to a server are reset, and new ones refused. */
final class Refused implements Nemesis {

    private final String name;
    private final Subject subject;
    private final Cluster cluster;
    private final Function<Instance, Link> links;
    private @Nullable Link struck;

    Refused(String name, Subject subject, Cluster cluster, Function<Instance, Link> links) {
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
        link.refuse();
        link.reset();
        struck = link;
        return link.name();
    }

    @Override
    public void stop() {
        if (struck != null) {
            struck.heal();
            struck = null;
        }
    }
}
