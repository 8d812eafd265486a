package dev.mainstay.postgres.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.idempotency.IdempotencyKey;
import dev.mainstay.application.idempotency.IdempotencyRecordsContract;
import dev.mainstay.application.idempotency.StoredAnswer;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class PostgresIdempotencyRecordsIT extends IdempotencyRecordsContract {

    private static final DataSource POOL = TestPostgres.freshDatabase();

    private final Database database = new Database(POOL);

    @Override
    protected Opened open() {
        Jdbi.create(POOL).useHandle(handle -> handle.execute("DELETE FROM identity.account"));
        return new Opened(new PostgresIdempotencyRecords(database), database);
    }

    @Override
    protected UserId user() {
        var id = UUID.randomUUID();
        database.run(() -> database.write(handle -> handle.createUpdate(
                        "INSERT INTO identity.account (id, email, registered_at) VALUES (:id, :email, now())")
                .bind("id", id)
                .bind("email", id + "@example.org")
                .execute()));
        return new UserId(id);
    }

    @Test
    void with_a_user_go_the_answers_they_got() {
        var user = user();
        database.run(
                () -> records.add(new IdempotencyKey(user, "k", "print"), new StoredAnswer(201, "", Map.of()), NOW));

        database.run(() -> database.write(handle -> handle.execute("DELETE FROM identity.account")));

        long left = database.read(handle -> handle.createQuery("SELECT count(*) FROM idempotency.record")
                .mapTo(Long.class)
                .one());
        assertThat(left).isZero();
    }
}
