package dev.mainstay.redis.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;

@Violates("nobody_lists_or_flushes_keys")
record ListsKeys(RedisCommands<String, String> commands) {
    List<String> all() {
        return commands.keys("*");
    }
}
