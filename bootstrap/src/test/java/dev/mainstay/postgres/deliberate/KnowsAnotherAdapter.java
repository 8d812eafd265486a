package dev.mainstay.postgres.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import dev.mainstay.redis.RedisHealth;

@Violates("adapters_do_not_know_each_other_nor_how_they_are_wired")
record KnowsAnotherAdapter(RedisHealth health) {}
