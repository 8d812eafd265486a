package dev.mainstay.application.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.finance.ledger.DraftTransfer.Transfer;
import dev.mainstay.application.finance.rates.InMemoryRates;
import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.finance.ledger.AccountKind;
import dev.mainstay.domain.finance.ledger.AppliedRate;
import dev.mainstay.domain.finance.ledger.AppliedRate.Source;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.finance.rates.EuroQuote;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferringTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-27");

    private final TestClock clock = TestClock.at("2026-03-28T23:30:00Z");
    private final SequentialIds ids = new SequentialIds();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Books books = Books.inMemory(transactions);
    private final InMemoryRates rates = new InMemoryRates(transactions);
    private final DraftTransfer transfer =
            new DraftTransfer(books.accounts(), rates, user -> ZoneId.of("Europe/Berlin"), clock);

    private final UserId ann = new UserId(ids.next());
    private final LedgerAccount giro = open("Giro", EUR);
    private final LedgerAccount trip = open("Trip", JPY);

    private LedgerAccount open(String name, Currency currency) {
        var account = LedgerAccount.open(
                new LedgerAccountId(ids.next()),
                ann,
                AccountKind.BANK,
                new LedgerName(name),
                currency,
                clock.instant());
        transactions.run(() -> {
            books.accounts().add(account);
            return account;
        });
        return account;
    }

    private Transfer move(
            LedgerAccount from, LedgerAccount to, @Nullable Money out, @Nullable Money in, @Nullable String rate) {
        return transfer.of(new DraftTransfer.Command(
                ann, from.id(), to.id(), out, in, rate == null ? null : new BigDecimal(rate), null, null));
    }

    private static @Nullable Money money(@Nullable String amount, Currency currency) {
        return amount == null ? null : Money.parse("amount", amount, currency);
    }

    private void quote(String perEuro, LocalDate day) {
        transactions.run(() -> {
            rates.storeAll(List.of(EuroQuote.ofEuro(day), new EuroQuote(JPY, day, new BigDecimal(perEuro))));
            return day;
        });
    }

    private static List<String> amounts(Transfer transfer) {
        return transfer.postings().lines().stream()
                .map(line -> line.amount().toString())
                .toList();
    }

    @Test
    void the_reference_rate_latest_on_or_before_the_owners_day_is_taken_and_kept() {
        quote("161.236", FRIDAY);
        // In Berlin it is Sunday already.
        quote("170", LocalDate.parse("2026-03-30"));

        var moved = move(giro, trip, money("10.01", EUR), null, null);

        assertThat(amounts(moved)).containsExactly("-10.01 EUR", "10.01 EUR", "1614 JPY", "-1614 JPY");
        assertThat(moved.rate()).isEqualTo(new AppliedRate(EUR, JPY, new BigDecimal("161.236"), FRIDAY, Source.ECB));
    }

    @ParameterizedTest
    @CsvSource({"10.00,,150,-10.00 EUR,1500 JPY", ",1501,150,-10.01 EUR,1501 JPY", "0.01,,150,-0.01 EUR,2 JPY"})
    void what_one_amount_and_a_rate_leave_open_is_reckoned_half_to_even(
            @Nullable String out, @Nullable String in, String rate, String left, String arrived) {
        var moved = move(giro, trip, money(out, EUR), money(in, JPY), rate);

        assertThat(amounts(moved)).startsWith(left).contains(arrived);
        assertThat(Objects.requireNonNull(moved.rate()).source()).isEqualTo(Source.GIVEN);
    }

    @Test
    void the_rate_of_two_given_amounts_follows_from_them() {
        var moved = move(giro, trip, money("3.00", EUR), money("500", JPY), null);

        assertThat(amounts(moved)).containsExactly("-3.00 EUR", "3.00 EUR", "500 JPY", "-500 JPY");
        assertThat(Objects.requireNonNull(moved.rate()).value()).isEqualByComparingTo("166.6666666666667");
    }

    @Test
    void a_rate_that_nobody_knows_is_refused() {
        quote("170", LocalDate.parse("2026-03-30"));

        assertThatThrownBy(() -> move(giro, trip, money("1.00", EUR), null, null))
                .isInstanceOf(Conflict.class)
                .extracting(refused -> ((Conflict) refused).code())
                .isEqualTo("rate_unknown");
    }

    @Test
    void amounts_and_rates_that_do_not_fit_are_refused_by_their_field() {
        assertThat(fault(giro, trip, null, null, "150")).isEqualTo("amount: is required, unless received is given");
        assertThat(fault(giro, trip, money("1.00", EUR), money("150", JPY), "150"))
                .startsWith("rate: ");
        assertThat(fault(giro, trip, money("0.01", EUR), null, "10")).startsWith("received: would be zero");
        assertThat(fault(giro, trip, money("-1.00", EUR), null, "150")).startsWith("amount.amount: ");
        assertThat(fault(giro, trip, money("100", JPY), null, "150")).startsWith("amount.currency: ");
        assertThat(fault(giro, giro, money("1.00", EUR), null, null)).startsWith("to: ");
        assertThat(fault(giro, trip, money("1.00", EUR), null, "0")).startsWith("rate: ");
    }

    private String fault(
            LedgerAccount from, LedgerAccount to, @Nullable Money out, @Nullable Money in, @Nullable String rate) {
        try {
            return "moved " + move(from, to, out, in, rate);
        } catch (Invalid refused) {
            return refused.errors().getFirst().toString();
        }
    }
}
