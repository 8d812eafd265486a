package dev.mainstay.redis.connection;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether Redis is bounded and evicts sensibly (G14): a warning at the start, never a failure. */
final class MemoryPolicy {

    private static final Logger log = LoggerFactory.getLogger(MemoryPolicy.class);

    private MemoryPolicy() {}

    static void check(RedisLink link) throws InterruptedException {
        try {
            String info = link.send(commands -> commands.info("memory")).get(1, TimeUnit.SECONDS);
            Map<String, String> fields = info.lines()
                    .map(line -> line.split(":", 2))
                    .filter(pair -> pair.length == 2)
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].strip(), (first, second) -> second));
            warn(fields.getOrDefault("maxmemory", "unknown"), fields.getOrDefault("maxmemory_policy", "unknown"));
        } catch (ExecutionException | TimeoutException | CancellationException refused) {
            log.debug("redis_memory_policy_unknown", refused);
        }
    }

    private static void warn(String maxmemory, String policy) {
        if (maxmemory.equals("0")) {
            log.warn("redis_memory_unbounded advice=\"set maxmemory, and maxmemory-policy allkeys-lru\"");
            return;
        }
        switch (policy) {
            case "allkeys-lru", "volatile-lru", "allkeys-lfu", "volatile-lfu", "unknown" -> {}
            case "noeviction" ->
                log.warn(
                        "redis_memory_policy policy=noeviction advice=\"use allkeys-lru: a full Redis refuses fences\"");
            default ->
                log.warn(
                        "redis_memory_policy policy={} advice=\"use allkeys-lru: this one may evict a fence that is in use\"",
                        policy);
        }
    }
}
