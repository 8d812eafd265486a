package dev.mainstay.application.finance.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.InMemoryViewCache;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.finance.rates.ImportedRates.Remark;
import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.finance.rates.RatesImported;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportingRatesTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency HRK = Currency.getInstance("HRK");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final RatePair PAIR = RatePair.parse("usd-EUR");

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryRates rates = new InMemoryRates(transactions);
    private final InMemoryViewCache views = new InMemoryViewCache(transactions, TestClock.at("2026-03-03T12:00:00Z"));
    private final List<DomainEvent> raised = new ArrayList<>();
    private final ImportRates importing = new ImportRates(
            new Writes(
                    transactions,
                    new ViewCatalogue(RateViews.all()),
                    views,
                    List.of((event, events) -> raised.add(event)),
                    List.of()),
            rates,
            new SequentialIds());
    private final ShowRates show = new ShowRates(views, rates);

    @Test
    void a_file_imported_again_changes_nothing_and_tells_nobody() {
        var first = handle(row(2, DAY, "1.1"), row(3, DAY.minusDays(3), "1.2"));
        var again = handle(row(2, DAY, "1.10"), row(3, DAY.minusDays(3), "1.2"));

        assertThat(first.inserted()).isEqualTo(2);
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.inserted() + again.corrected()).isZero();
        assertThat(raised).hasSize(1).first().isInstanceOf(RatesImported.class);
    }

    @Test
    void what_differs_is_corrected_and_said() {
        handle(row(2, DAY, "1.1"));
        var corrected = handle(row(2, DAY, "1.2"));

        assertThat(corrected.corrected()).isEqualTo(1);
        assertThat(corrected.rows().getFirst().remarks())
                .containsExactly(new Remark("USD", "corrected", "It was 1.1 and is 1.2 now."));
        assertThat(show.on(PAIR, DAY).value()).isEqualByComparingTo("0.8333333333333333");
    }

    @Test
    void a_row_that_cannot_be_read_keeps_no_other_from_being_stored() {
        var unread =
                new RateRow(2, null, Map.of(USD, BigDecimal.TWO), 1, List.of(new Remark("Date", "not_a_day", "x")));
        var imported = handle(unread, row(3, DAY, "1.1"), row(4, DAY, "9"));

        assertThat(imported.rows())
                .extracting(ImportedRates.Row::inserted, ImportedRates.Row::skipped)
                .containsExactly(tuple(0, 2), tuple(1, 0), tuple(0, 2));
        assertThat(imported.rows().getLast().remarks().getFirst().code()).isEqualTo("day_twice");
        assertThat(show.on(PAIR, DAY).value()).isEqualByComparingTo("0.9090909090909091");
    }

    @Test
    void the_latest_rate_is_kept_both_ways_until_the_next_import() {
        assertThatThrownBy(() -> show.latest(PAIR)).isInstanceOf(NotFound.class);
        handle(row(2, DAY, "1.25"));

        assertThat(show.latest(PAIR).outcome()).isEqualTo(Outcome.MISS);
        assertThat(show.latest(PAIR).outcome()).isEqualTo(Outcome.HIT);
        assertThat(show.latest(PAIR).value().value()).isEqualByComparingTo("0.8");
        assertThat(show.latest(RatePair.parse("eur-usd")).outcome()).isEqualTo(Outcome.HIT);
        assertThat(show.latest(RatePair.parse("eur-usd")).value().value()).isEqualByComparingTo("1.25");

        handle(row(2, DAY.plusDays(1), "1.6"));
        assertThat(show.latest(PAIR).value().value()).isEqualByComparingTo("0.625");
    }

    @Test
    void a_day_without_a_currency_ends_it_in_the_view_too() {
        var kuna = RatePair.parse("eur-hrk");
        handle(new RateRow(2, DAY, Map.of(USD, BigDecimal.ONE, HRK, BigDecimal.TEN), 0, List.of()));
        assertThat(show.latest(kuna).value().value()).isEqualByComparingTo("10");

        handle(row(2, DAY.plusDays(8), "1"));
        assertThatThrownBy(() -> show.latest(kuna)).isInstanceOf(NotFound.class);
        assertThat(show.on(kuna, DAY.plusDays(7)).day()).isEqualTo(DAY);
    }

    private ImportedRates handle(RateRow... rows) {
        return importing.handle(new ImportRates.Command(new UserId(new SequentialIds().next()), List.of(rows)));
    }

    private static RateRow row(int line, @Nullable LocalDate day, String usd) {
        return new RateRow(line, day, Map.of(USD, new BigDecimal(usd)), 1, List.of());
    }
}
