package dev.mainstay.bootstrap.health;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.bootstrap.health.Check.State;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/** Health, and the one part without which nothing can be served. */
@Factory
final class HealthFactory {

    @Singleton
    Health health(List<Check> checks, InstantSource clock) {
        return new Health(checks, clock);
    }

    @Singleton
    Build build() {
        return Build.current();
    }

    @Singleton
    Check database(HikariDataSource pool) {
        return new Check("database", true, () -> state(pool));
    }

    private static State state(HikariDataSource pool) {
        try (var connection = pool.getConnection()) {
            return connection.isValid(1) ? State.UP : State.DOWN;
        } catch (SQLException away) {
            return State.DOWN;
        }
    }
}
