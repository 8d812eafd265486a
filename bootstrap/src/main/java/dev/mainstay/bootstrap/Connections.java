package dev.mainstay.bootstrap;

import dev.mainstay.bootstrap.configuration.DatabaseUrl;
import dev.mainstay.bootstrap.configuration.RedisUrl;
import dev.mainstay.bootstrap.configuration.Secret;
import dev.mainstay.bootstrap.configuration.Settings;
import dev.mainstay.bootstrap.embedded.EmbeddedPostgres;
import dev.mainstay.bootstrap.embedded.EmbeddedRedis;
import dev.mainstay.bootstrap.embedded.Home;
import java.util.Optional;

/**
 * What the application is connected to, given or embedded.
 *
 * @param redis empty: there is no cache (G14)
 * @param home present when something is embedded
 */
record Connections(DatabaseUrl database, Optional<RedisUrl> redis, Secret jwtSecret, Optional<Home> home) {

    /** Uses what is configured; without a configured PostgreSQL starts embedded servers, which the lifecycle stops again. */
    static Connections open(Settings settings, Lifecycle lifecycle) {
        if (settings.database().isPresent()) {
            return new Connections(
                    settings.database().get(),
                    settings.redis(),
                    settings.jwtSecret().orElseThrow(),
                    Optional.empty());
        }
        Home home = lifecycle.started("home", Home.take(settings.home()));
        EmbeddedPostgres postgres = lifecycle.started("postgres", EmbeddedPostgres.start(home));
        RedisUrl redis = settings.redis()
                .orElseGet(() ->
                        lifecycle.started("redis", EmbeddedRedis.start(home)).url());
        Secret secret = settings.jwtSecret().orElseGet(() -> home.secret("jwt-secret"));
        return new Connections(postgres.url(), Optional.of(redis), secret, Optional.of(home));
    }
}
