package dev.mainstay.postgres.sql;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class MigrationsIT {

    @Test
    void running_them_again_changes_nothing() {
        var pool = TestPostgres.freshDatabase();

        assertThatCode(() -> Migrations.run(pool)).doesNotThrowAnyException();
    }
}
