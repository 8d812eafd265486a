package dev.mainstay.http.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import dev.mainstay.postgres.sql.Database;

@Violates("http_knows_neither_postgres_nor_redis_nor_the_wiring")
record AsksTheDatabase(Database database) {}
