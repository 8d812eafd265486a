package dev.mainstay.redis.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import javax.sql.DataSource;

@Violates("nothing_flows_from_redis_to_postgres")
record WritesBehind(DataSource database) {}
