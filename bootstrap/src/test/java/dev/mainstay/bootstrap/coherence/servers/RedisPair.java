package dev.mainstay.bootstrap.coherence.servers;

/** A primary and a replica that follows it over a link of its own, and can be promoted. */
public final class RedisPair implements AutoCloseable {

    private RedisServer primary = new RedisServer();
    private RedisServer replica = new RedisServer();
    private final Link replication = Link.to("replication", primary.port());

    RedisPair() {
        follow();
    }

    private void follow() {
        replication.pointTo(primary.port());
        replica.ask("REPLICAOF", "127.0.0.1", String.valueOf(replication.port()));
    }

    public synchronized RedisServer primary() {
        return primary;
    }

    /** Between primary and replica: cut, the replica lags. */
    public Link replication() {
        return replication;
    }

    /** The replica becomes the primary; the old one does not know, and goes on answering. Returns the deposed one. */
    public synchronized RedisServer promote() {
        replica.ask("REPLICAOF", "NO", "ONE");
        var deposed = primary;
        primary = replica;
        replica = deposed;
        return deposed;
    }

    /** The deposed primary forgets what it has and follows the new one. */
    public synchronized void reunite() {
        replication.reset();
        replication.heal();
        follow();
    }

    @Override
    public synchronized void close() {
        replication.close();
        replica.close();
        primary.close();
    }
}
