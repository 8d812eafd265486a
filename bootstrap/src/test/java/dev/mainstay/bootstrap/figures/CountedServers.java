package dev.mainstay.bootstrap.figures;

import dev.mainstay.bootstrap.embedded.EmbeddedRedis;
import dev.mainstay.bootstrap.harness.TestServers;
import java.net.URI;
import java.util.Map;

/** A PostgreSQL that counts its statements, and a Redis, which nothing else uses. */
record CountedServers(EmbeddedRedis redis, CountingPostgres postgres) implements AutoCloseable {

    static CountedServers start() {
        return new CountedServers(TestServers.ownRedis(), CountingPostgres.start());
    }

    /** Of a server with a fresh database of this name; it verifies no hits, for that takes statements. */
    Map<String, String> environment(String database) {
        return environment(database, redisPort());
    }

    /** As {@link #environment(String)}, with Redis behind another port. */
    Map<String, String> environment(String database, int redisPort) {
        return Map.of(
                "DATABASE_URL",
                postgres.newDatabase(database),
                "REDIS_URL",
                "redis://127.0.0.1:" + redisPort,
                "CACHE_VERIFIED_PERCENT",
                "0");
    }

    int redisPort() {
        return URI.create(redis.url().text()).getPort();
    }

    @Override
    public void close() {
        postgres.close();
        redis.process().ifPresent(ProcessHandle::destroyForcibly);
    }
}
