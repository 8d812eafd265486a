package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.servers.Cluster;
import dev.mainstay.bootstrap.coherence.servers.Direction;
import dev.mainstay.bootstrap.coherence.servers.Instance;
import dev.mainstay.bootstrap.coherence.servers.Link;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The links between one or all instances and a server are cut, one way or both. When they heal, what was sent meanwhile arrives late,
 * or the connections are gone.
 */
final class Cut implements Nemesis {

    private final String name;
    private final Subject subject;
    private final Cluster cluster;
    private final Function<Instance, Link> links;
    private final Set<Direction> directions;
    private final List<Link> struck = new ArrayList<>();
    private boolean breaks;

    Cut(String name, Subject subject, Cluster cluster, Function<Instance, Link> links, Set<Direction> directions) {
        this.name = name;
        this.subject = subject;
        this.cluster = cluster;
        this.links = links;
        this.directions = EnumSet.copyOf(directions);
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
        boolean all = random.nextInt(4) == 0;
        Instance one = cluster.anyInstance(random);
        breaks = random.nextBoolean();
        (all ? cluster.instances() : List.of(one)).stream().map(links).forEach(struck::add);
        struck.forEach(link -> link.cut(directions));
        return struck.stream().map(Link::name).toList() + (breaks ? ", then reset" : ", then late");
    }

    @Override
    public void stop() {
        if (breaks) {
            struck.forEach(Link::reset);
        }
        struck.forEach(Link::heal);
        struck.clear();
    }
}
