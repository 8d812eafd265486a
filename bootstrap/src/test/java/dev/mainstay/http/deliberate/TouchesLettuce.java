package dev.mainstay.http.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import io.lettuce.core.RedisClient;

@Violates("only_the_redis_module_touches_lettuce")
record TouchesLettuce(RedisClient client) {}
