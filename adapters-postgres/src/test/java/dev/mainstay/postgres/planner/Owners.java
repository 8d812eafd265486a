package dev.mainstay.postgres.planner;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.postgres.sql.Database;
import java.util.UUID;

/** The rows of other features that planner rows refer to, as bare as the constraints allow. */
public final class Owners {

    private Owners() {}

    public static UserId newUser(Database database) {
        var id = UUID.randomUUID();
        database.run(() -> database.write(handle -> handle.createUpdate(
                        "INSERT INTO identity.account (id, email, registered_at) VALUES (:id, :email, now())")
                .bind("id", id)
                .bind("email", id + "@example.org")
                .execute()));
        return new UserId(id);
    }

    public static TaskId newTask(Database database, UserId owner) {
        var id = UUID.randomUUID();
        database.run(() -> database.write(handle -> handle.createUpdate("""
                        INSERT INTO planner.task (id, owner, version, uid, sequence, revised_at, title, title_key, notes, labels,
                                                  priority, position, created_at)
                        VALUES (:id, :owner, 1, :uid, 0, now(), 'Write', 'write', '', '{}', 0, 1, now())
                        """)
                .bind("id", id)
                .bind("owner", owner.value())
                .bind("uid", id.toString())
                .execute()));
        return new TaskId(id);
    }
}
