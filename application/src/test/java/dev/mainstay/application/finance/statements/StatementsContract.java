package dev.mainstay.application.finance.statements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.finance.ledger.BooksFixture;
import dev.mainstay.application.finance.statements.layout.ColumnRole;
import dev.mainstay.application.finance.statements.layout.DateStyle;
import dev.mainstay.application.finance.statements.layout.DecimalStyle;
import dev.mainstay.application.finance.statements.layout.FileEncoding;
import dev.mainstay.application.finance.statements.layout.Layout.Told;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.finance.ledger.Nominal;
import dev.mainstay.domain.finance.ledger.Payee;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.statements.StatementId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of statements does. */
public abstract class StatementsContract extends BooksFixture {

    private static final Told EVERYTHING = new Told(
            FileEncoding.WINDOWS_1252,
            ';',
            3,
            Map.of(ColumnRole.DATE, List.of(0), ColumnRole.AMOUNT, List.of(4), ColumnRole.TEXT, List.of(2, 3)),
            DateStyle.MONTH_FIRST,
            DecimalStyle.COMMA,
            true,
            false);
    private static final String HEADER = "a".repeat(64);

    protected abstract Statements statements();

    @Test
    void a_statement_comes_back_as_it_was_stored_to_its_owner_alone() {
        var owner = newUser();
        var first = add(owner, account(owner, "Giro"), Told.NOTHING, NOON);
        var second = add(owner, account(owner, "Card"), EVERYTHING, NOON.plusSeconds(1));

        assertThat(statements().get(first.id(), owner)).isEqualTo(first);
        assertThat(statements().get(second.id(), owner)).isEqualTo(second);
        assertThat(statements().file(second.id())).isEqualTo("Grüße".getBytes(UTF_8));
        assertThat(statements().all(owner)).containsExactly(second, first);
        assertThatThrownBy(() -> statements().get(first.id(), newUser())).isInstanceOf(NotFound.class);
    }

    @Test
    void one_that_was_changed_meanwhile_is_stale_and_one_that_was_removed_is_gone() {
        var owner = newUser();
        var statement = add(owner, account(owner, "Giro"), Told.NOTHING, NOON);
        var told = statement.tell(EVERYTHING);
        write(() -> {
            assertThat(statements().lock(statement.id(), owner)).isEqualTo(statement);
            statements().replace(told);
            return true;
        });

        assertThat(statements().get(statement.id(), owner)).isEqualTo(told);
        assertThatThrownBy(() -> write(() -> {
                    statements().replace(told);
                    return true;
                }))
                .isInstanceOf(Stale.class);
        write(() -> {
            statements().remove(statement.id());
            return true;
        });
        assertThatThrownBy(() -> statements().file(statement.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void those_of_long_ago_are_purged_a_few_at_a_time() {
        var owner = newUser();
        var account = account(owner, "Giro");
        add(owner, account, Told.NOTHING, Instant.parse("2001-01-01T00:00:00Z"));
        add(owner, account, Told.NOTHING, Instant.parse("2001-01-02T00:00:00Z"));
        var last = add(owner, account, Told.NOTHING, Instant.parse("2001-01-04T00:00:00Z"));

        var before = Instant.parse("2001-01-03T00:00:00Z");
        assertThat(write(() -> statements().purge(before, 1))).isEqualTo(1);
        assertThat(write(() -> statements().purge(before, 9))).isEqualTo(1);
        assertThat(statements().all(owner)).containsExactly(last);
    }

    @Test
    void what_was_booked_is_known_in_its_account_and_outlives_the_statement() {
        var owner = newUser();
        var account = account(owner, "Giro");
        var other = account(owner, "Other");
        var statement = add(owner, account, Told.NOTHING, NOON);
        var transaction = post(owner, NOON, move(PostingTarget.to(account.id()), PostingTarget.to(Nominal.OPENING), 5));
        var row = new BookedRow(account.id(), "b".repeat(64), transaction.id(), statement.id(), 7);
        write(() -> {
            statements().addBooked(owner, account.id(), List.of(row));
            statements().addBooked(owner, account.id(), List.of());
            statements().remove(statement.id());
            return true;
        });

        var asked = Set.of("b".repeat(64), "c".repeat(64));
        assertThat(statements().booked(account.id(), asked)).isEqualTo(Map.of("b".repeat(64), row));
        assertThat(statements().booked(other.id(), asked)).isEmpty();
        assertThat(statements().booked(account.id(), List.of())).isEmpty();
        var all = new ArrayList<BookedRow>();
        statements().eachBooked(owner, all::add);
        assertThat(all).containsExactly(row);
    }

    @Test
    void a_layout_is_remembered_for_the_account_and_the_header_and_the_latest_counts() {
        var owner = newUser();
        var account = account(owner, "Giro");
        write(() -> {
            statements().remember(owner, account.id(), HEADER, Told.NOTHING, NOON);
            statements().remember(owner, account.id(), HEADER, EVERYTHING, NOON.plusSeconds(1));
            return true;
        });

        assertThat(statements().remembered(account.id(), HEADER)).isEqualTo(EVERYTHING);
        assertThat(statements().remembered(account.id(), "b".repeat(64))).isEqualTo(Told.NOTHING);
        assertThat(statements().remembered(account(owner, "Other").id(), HEADER))
                .isEqualTo(Told.NOTHING);

        write(() -> {
            for (int i = 0; i < Statements.MOST_REMEMBERED; i++) {
                statements().remember(owner, account.id(), "%064x".formatted(i), EVERYTHING, NOON.plusSeconds(2 + i));
            }
            return true;
        });
        assertThat(statements().remembered(account.id(), HEADER)).isEqualTo(Told.NOTHING);
        assertThat(statements().remembered(account.id(), "%064x".formatted(0))).isEqualTo(EVERYTHING);
    }

    @Test
    void payees_are_found_by_their_names_in_lower_case() {
        var owner = newUser();
        var category = category(owner, "Food", CategoryKind.EXPENSE);
        var payee = Payee.create(new PayeeId(newId()), owner, new LedgerName("Café Müller"), category.id());
        write(() -> {
            books().payees().add(payee);
            return true;
        });

        assertThat(statements().payees(owner, Set.of("café müller", "nobody"))).isEqualTo(Map.of("café müller", payee));
        assertThat(statements().payees(newUser(), Set.of("café müller"))).isEmpty();
        assertThat(statements().payees(owner, Set.of())).isEmpty();
    }

    private Statement add(UserId owner, LedgerAccount account, Told told, Instant at) {
        var statement = new Statement(new StatementId(newId()), owner, account.id(), Version.FIRST, "May", told, at);
        return write(() -> {
            statements().add(statement, "Grüße".getBytes(UTF_8));
            return statement;
        });
    }
}
