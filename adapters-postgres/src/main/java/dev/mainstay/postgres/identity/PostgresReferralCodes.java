package dev.mainstay.postgres.identity;

import dev.mainstay.application.identity.ReferralCodes;
import dev.mainstay.domain.identity.ReferralCode;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Referral codes in {@code identity.referral_code}, counted by one conditional UPDATE. */
public final class PostgresReferralCodes implements ReferralCodes {

    private static final String COLUMNS = "code, owner_id, created_at, expires_at, max_uses, uses ";

    private final Database database;

    public PostgresReferralCodes(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(ReferralCode code) {
        int rows = database.write(handle -> handle.createUpdate("""
                        INSERT INTO identity.referral_code (code, owner_id, created_at, expires_at, max_uses, uses)
                        VALUES (:code, :owner, :createdAt, :expiresAt, :maxUses, :uses)
                        ON CONFLICT (code) DO NOTHING
                        """)
                .bind("code", code.code())
                .bind("owner", code.owner().value())
                .bind("createdAt", code.createdAt())
                .bind("expiresAt", code.expiresAt())
                .bind("maxUses", code.maxUses())
                .bind("uses", code.uses())
                .execute());
        return rows == 1;
    }

    @Override
    public Optional<ReferralCode> find(String code) {
        return database.read(
                handle -> handle.createQuery("SELECT " + COLUMNS + "FROM identity.referral_code WHERE code = :code")
                        .bind("code", code)
                        .map(PostgresReferralCodes::code)
                        .findOne());
    }

    @Override
    public List<ReferralCode> of(UserId owner) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + """
                        FROM identity.referral_code WHERE owner_id = :owner ORDER BY created_at DESC, code
                        """)
                .bind("owner", owner.value())
                .map(PostgresReferralCodes::code)
                .list());
    }

    @Override
    public boolean use(String code, UserId by, Instant now) {
        int rows = database.write(handle -> handle.createUpdate("""
                        UPDATE identity.referral_code SET uses = uses + 1
                        WHERE code = :code AND uses < max_uses AND expires_at > :now AND owner_id <> :by
                        """)
                .bind("code", code)
                .bind("by", by.value())
                .bind("now", now)
                .execute());
        return rows == 1;
    }

    @Override
    public boolean redeem(UserId by, String code, Instant now) {
        int rows = database.write(handle -> handle.createUpdate("""
                        INSERT INTO identity.referral_redemption (user_id, code, redeemed_at)
                        VALUES (:by, :code, :now)
                        ON CONFLICT (user_id) DO NOTHING
                        """)
                .bind("code", code)
                .bind("by", by.value())
                .bind("now", now)
                .execute());
        return rows == 1;
    }

    private static ReferralCode code(ResultSet row, StatementContext context) throws SQLException {
        return new ReferralCode(
                row.getString("code"),
                new UserId(row.getObject("owner_id", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getInt("max_uses"),
                row.getInt("uses"));
    }
}
