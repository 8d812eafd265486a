package dev.mainstay.postgres.identity;

import dev.mainstay.application.identity.ProfileCard;
import dev.mainstay.application.identity.ReferralOffer;
import dev.mainstay.application.identity.ReferralOffer.Terms;
import dev.mainstay.application.identity.UserFilter;
import dev.mainstay.application.identity.UserReader;
import dev.mainstay.application.identity.UserRoles;
import dev.mainstay.application.identity.UserSummary;
import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.identity.AccountStatus;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.Theme;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Users as they are shown, one statement each. */
public final class PostgresUserReader implements UserReader {

    private static final String ORDER = "registered";

    private final Database database;

    public PostgresUserReader(Database database) {
        this.database = database;
    }

    @Override
    public ProfileCard card(UserId user) {
        return database.read(handle -> handle.createQuery("SELECT " + AccountRows.STATUS + """
                        AS status,
                               ARRAY(SELECT r.role FROM identity.account_role r WHERE r.user_id = a.id) AS roles,
                               a.email, a.registered_at, a.deletion_due,
                               p.name, p.bio, p.theme, p.time_zone, p.locale, p.preferences, p.version
                        FROM identity.account a
                        JOIN identity.profile p ON p.user_id = a.id
                        WHERE a.id = :user
                        """)
                .bind("user", user.value())
                .map((row, context) -> new ProfileCard(
                        user,
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("bio"),
                        Theme.valueOf(row.getString("theme")),
                        ZoneId.of(row.getString("time_zone")),
                        row.getString("locale"),
                        context.findColumnMapperFor(PostgresProfiles.PREFERENCES)
                                .orElseThrow()
                                .map(row, "preferences", context),
                        AccountStatus.valueOf(row.getString("status")),
                        AccountRows.roles(row),
                        row.getTimestamp("registered_at").toInstant(),
                        AccountRows.instant(row, "deletion_due"),
                        row.getLong("version")))
                .findOne()
                .orElseThrow(() -> new NotFound("user_not_found", "There is no such user.")));
    }

    @Override
    public UserRoles roles(UserId user) {
        return new UserRoles(database.read(handle -> handle.createQuery("""
                        SELECT role FROM identity.account_role WHERE user_id = :user
                        """)
                .bind("user", user.value())
                .mapTo(Role.class)
                .list()));
    }

    @Override
    public ReferralOffer offer(String code) {
        return database.read(handle -> handle.createQuery("""
                        SELECT expires_at, max_uses - uses AS uses_left FROM identity.referral_code WHERE code = :code
                        """)
                .bind("code", code)
                .map((row, context) -> new ReferralOffer(Optional.of(
                        new Terms(code, row.getTimestamp("expires_at").toInstant(), row.getInt("uses_left")))))
                .findOne()
                .orElse(ReferralOffer.NONE));
    }

    @Override
    public Page<UserSummary> users(UserFilter filter, PageRequest page) {
        Optional<Cursor> after = Optional.ofNullable(page.after());
        List<UserSummary> rows = database.read(handle -> handle.createQuery("""
                        SELECT id, email, name, status, roles, registered_at FROM (
                            SELECT a.id, a.email, p.name, a.registered_at,
                        """ + AccountRows.STATUS + """
                                   AS status,
                                   ARRAY(SELECT r.role FROM identity.account_role r WHERE r.user_id = a.id) AS roles
                            FROM identity.account a
                            JOIN identity.profile p ON p.user_id = a.id
                        ) AS users
                        WHERE (:text::text IS NULL OR strpos(email, lower(:text)) > 0 OR strpos(lower(name), lower(:text)) > 0)
                          AND (:status::text IS NULL OR status = :status)
                          AND (:role::text IS NULL OR :role = ANY (roles))
                          AND (:at::timestamptz IS NULL OR (registered_at, id) < (:at, :id))
                        ORDER BY registered_at DESC, id DESC
                        LIMIT :limit
                        """)
                .bindByType("text", filter.text().orElse(null), String.class)
                .bindByType("status", filter.status().map(AccountStatus::name).orElse(null), String.class)
                .bindByType("role", filter.role().map(Role::name).orElse(null), String.class)
                .bindByType("at", after.map(PostgresUserReader::registeredAt).orElse(null), Instant.class)
                .bindByType(
                        "id",
                        after.map(cursor -> UUID.fromString(cursor.values().getLast()))
                                .orElse(null),
                        UUID.class)
                .bind("limit", page.limit() + 1)
                .map(PostgresUserReader::summary)
                .list());
        return Page.of(rows, page.limit(), PostgresUserReader::position);
    }

    private static Instant registeredAt(Cursor cursor) {
        return Instant.parse(cursor.values().getFirst());
    }

    private static Cursor position(UserSummary last) {
        return new Cursor(
                ORDER,
                List.of(last.registeredAt().toString(), last.user().value().toString()));
    }

    private static UserSummary summary(ResultSet row, StatementContext context) throws SQLException {
        return new UserSummary(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                AccountStatus.valueOf(row.getString("status")),
                AccountRows.roles(row),
                row.getTimestamp("registered_at").toInstant());
    }
}
