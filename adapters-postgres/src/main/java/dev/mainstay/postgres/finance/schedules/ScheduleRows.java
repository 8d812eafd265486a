package dev.mainstay.postgres.finance.schedules;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Nominal;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.Tags;
import dev.mainstay.domain.finance.schedules.Due;
import dev.mainstay.domain.finance.schedules.Failure;
import dev.mainstay.domain.finance.schedules.Schedule;
import dev.mainstay.domain.finance.schedules.ScheduleId;
import dev.mainstay.domain.finance.schedules.ScheduleName;
import dev.mainstay.domain.finance.schedules.Template;
import dev.mainstay.domain.finance.schedules.Timing;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** How a schedule lies in {@code finance.schedule} and, a row for each line, in {@code finance.schedule_posting}. */
final class ScheduleRows {

    static final String SELECT = """
        SELECT s.id, s.owner, s.version, s.name, s.posted, s.description, s.payee, s.notes, s.tags, s.rule, s.start_day, s.until_day,
               s.next_day, s.next_number, s.paused, s.failed_day, s.failure_code, s.failure_reason, s.failed_at, s.created_at,
               p.accounts, p.categories, p.nominals, p.currencies, p.units, p.memos
        FROM finance.schedule s
        CROSS JOIN LATERAL (SELECT array_agg(l.account ORDER BY l.line) AS accounts,
                                   array_agg(l.category ORDER BY l.line) AS categories,
                                   array_agg(l.nominal ORDER BY l.line) AS nominals,
                                   array_agg(l.currency ORDER BY l.line) AS currencies,
                                   array_agg(l.minor_units ORDER BY l.line) AS units,
                                   array_agg(l.memo ORDER BY l.line) AS memos
                            FROM finance.schedule_posting l
                            WHERE l.schedule = s.id) p
        """;

    private ScheduleRows() {}

    static Schedule schedule(ResultSet row, StatementContext context) throws SQLException {
        @Nullable UUID payee = row.getObject("payee", UUID.class);
        @Nullable LocalDate next = row.getObject("next_day", LocalDate.class);
        return new Schedule(
                new ScheduleId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner", UUID.class)),
                new Version(row.getLong("version")),
                new ScheduleName(row.getString("name")),
                new Template(
                        row.getBoolean("posted"),
                        postings(row),
                        new Description(row.getString("description")),
                        payee == null ? null : new PayeeId(payee),
                        new Notes(row.getString("notes")),
                        new Tags(List.of((String[]) row.getArray("tags").getArray()))),
                new Timing(
                        row.getString("rule"),
                        row.getObject("start_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)),
                next == null ? null : new Due(next, row.getInt("next_number")),
                row.getBoolean("paused"),
                failure(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Postings postings(ResultSet row) throws SQLException {
        var accounts = (@Nullable UUID[]) row.getArray("accounts").getArray();
        var categories = (@Nullable UUID[]) row.getArray("categories").getArray();
        var nominals = (@Nullable String[]) row.getArray("nominals").getArray();
        var currencies = (String[]) row.getArray("currencies").getArray();
        var units = (Long[]) row.getArray("units").getArray();
        var memos = (String[]) row.getArray("memos").getArray();
        var lines = new ArrayList<Posting>();
        for (int i = 0; i < units.length; i++) {
            lines.add(new Posting(
                    target(accounts[i], categories[i], nominals[i]),
                    new Money(units[i], Currency.getInstance(currencies[i])),
                    memos[i]));
        }
        return new Postings(lines);
    }

    private static PostingTarget target(@Nullable UUID account, @Nullable UUID category, @Nullable String nominal) {
        if (account != null) {
            return PostingTarget.to(new LedgerAccountId(account));
        }
        return category != null
                ? PostingTarget.to(new CategoryId(category))
                : PostingTarget.to(Nominal.valueOf(Objects.requireNonNull(nominal)));
    }

    private static @Nullable Failure failure(ResultSet row) throws SQLException {
        @Nullable LocalDate day = row.getObject("failed_day", LocalDate.class);
        return day == null
                ? null
                : new Failure(
                        day,
                        row.getString("failure_code"),
                        row.getString("failure_reason"),
                        row.getObject("failed_at", OffsetDateTime.class).toInstant());
    }

    static <S extends SqlStatement<S>> S bind(S statement, Schedule schedule) {
        var template = schedule.template();
        var payee = template.payee();
        var next = schedule.next();
        var failure = schedule.failure();
        return statement
                .bind("id", schedule.id().value())
                .bind("owner", schedule.owner().value())
                .bind("version", schedule.version().number())
                .bind("name", schedule.name().value())
                .bind("nameKey", schedule.name().value().toLowerCase(Locale.ROOT))
                .bind("posted", template.posted())
                .bind("description", template.description().value())
                .bind("payee", payee == null ? null : payee.value())
                .bind("notes", template.notes().value())
                .bindArray("tags", String.class, template.tags().values())
                .bind("rule", schedule.timing().rule())
                .bind("start", schedule.timing().start())
                .bind("until", schedule.timing().until())
                .bind("nextDay", next == null ? null : next.day())
                .bind("nextNumber", next == null ? null : next.number())
                .bind("paused", schedule.paused())
                .bind("failedDay", failure == null ? null : failure.day())
                .bind("failureCode", failure == null ? null : failure.code())
                .bind("failureReason", failure == null ? null : failure.reason())
                .bind("failedAt", failure == null ? null : failure.at());
    }

    static <S extends SqlStatement<S>> S bind(S statement, Schedule schedule, int line) {
        Posting posting = schedule.template().postings().lines().get(line);
        var target = posting.target();
        return statement
                .bind("schedule", schedule.id().value())
                .bind("line", line)
                .bind("owner", schedule.owner().value())
                .bind("account", target instanceof PostingTarget.ToAccount(var account) ? account.value() : null)
                .bind("category", target instanceof PostingTarget.ToCategory(var category) ? category.value() : null)
                .bind("nominal", target instanceof PostingTarget.ToNominal(var nominal) ? nominal.name() : null)
                .bind("currency", posting.amount().currency().getCurrencyCode())
                .bind("units", posting.amount().minorUnits())
                .bind("memo", posting.memo());
    }
}
