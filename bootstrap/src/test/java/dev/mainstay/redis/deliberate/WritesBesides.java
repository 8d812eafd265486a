package dev.mainstay.redis.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.concurrent.Future;

@Violates("only_named_classes_send_commands_that_write")
record WritesBesides(RedisAsyncCommands<String, String> commands) {
    Future<String> set() {
        return commands.set("key", "for ever");
    }
}
