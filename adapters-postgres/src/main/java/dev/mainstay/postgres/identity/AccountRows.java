package dev.mainstay.postgres.identity;

import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.Deletion;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.PasswordHash;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** How accounts stand in their tables. */
final class AccountRows {

    /** Of {@code identity.account a}. */
    static final String COLUMNS = """
            a.id, a.email, a.password_hash, a.password_contested, a.registered_at, a.verified_at, a.suspended_at,
            a.deletion_requested_at, a.deletion_due,
            ARRAY(SELECT r.role FROM identity.account_role r WHERE r.user_id = a.id) AS roles
            """;

    /** {@link Account#status()}, of {@code identity.account a}. */
    static final String STATUS = """
            CASE WHEN a.suspended_at IS NOT NULL THEN 'SUSPENDED'
                 WHEN a.verified_at IS NULL THEN 'UNVERIFIED'
                 WHEN a.deletion_due IS NOT NULL THEN 'LEAVING'
                 ELSE 'ACTIVE' END
            """;

    private AccountRows() {}

    static Account account(ResultSet row, StatementContext context) throws SQLException {
        return new Account(
                new UserId(row.getObject("id", UUID.class)),
                new EmailAddress(row.getString("email")),
                Optional.ofNullable(row.getString("password_hash")).map(PasswordHash::new),
                row.getBoolean("password_contested"),
                row.getTimestamp("registered_at").toInstant(),
                instant(row, "verified_at"),
                instant(row, "suspended_at"),
                deletion(row),
                Set.copyOf(roles(row)));
    }

    private static Optional<Deletion> deletion(ResultSet row) throws SQLException {
        var requested = instant(row, "deletion_requested_at");
        var due = instant(row, "deletion_due");
        return requested.flatMap(at -> due.map(until -> new Deletion(at, until)));
    }

    static List<Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .sorted()
                .toList();
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
