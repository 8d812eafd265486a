package dev.mainstay.http.finance.rates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.mainstay.application.finance.rates.ImportedRates.Remark;
import dev.mainstay.application.finance.rates.RateRow;
import dev.mainstay.domain.refusal.Invalid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingRatesTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency HRK = Currency.getInstance("HRK");

    @Test
    void days_and_quotes_are_read_and_what_is_not_quoted_is_counted() {
        assertThat(read("Date,USD,HRK,\n2023-01-02,1.0683,N/A,\r\n\n2022-12-30,1.0666,7.5365,\n"))
                .containsExactly(
                        new RateRow(
                                2, LocalDate.parse("2023-01-02"), Map.of(USD, new BigDecimal("1.0683")), 1, List.of()),
                        new RateRow(
                                3,
                                LocalDate.parse("2022-12-30"),
                                Map.of(USD, new BigDecimal("1.0666"), HRK, new BigDecimal("7.5365")),
                                0,
                                List.of()));
    }

    @Test
    void the_file_of_a_single_day_is_read_too() {
        assertThat(read("\uFEFFDate, USD, HRK, \n13 April 2026, 1.1684, , \n"))
                .containsExactly(new RateRow(
                        2, LocalDate.parse("2026-04-13"), Map.of(USD, new BigDecimal("1.1684")), 1, List.of()));
    }

    @Test
    void a_cell_that_is_no_rate_is_named_and_the_others_are_read() {
        var rows = read("Date,USD,HRK,XXX\n2023-01-02,-1,7.5,1\nyesterday,1,1\n2023-01-01,1e3,0\n");

        assertThat(rows.getFirst().quotes()).containsOnlyKeys(HRK);
        assertThat(rows.getFirst().problems())
                .extracting(Remark::column, Remark::code)
                .containsExactly(tuple("USD", "not_a_rate"), tuple("XXX", "unknown_currency"));
        assertThat(rows.get(1).day()).isNull();
        assertThat(rows.get(2).problems()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "Date,Hello", "Day,USD", "Date,USD,USD\n"})
    void what_is_no_table_of_rates_is_refused(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(Invalid.class);
    }

    @Test
    void a_table_is_read_again_from_its_beginning() {
        var table = new RateTable("Date,USD\n2023-01-02,1\n".getBytes(UTF_8));
        var first = new ArrayList<RateRow>();
        table.forEach(first::add);
        assertThat(first).hasSize(1);
        assertThat(table).containsExactlyElementsOf(first);
    }

    private static List<RateRow> read(String file) {
        var rows = new ArrayList<RateRow>();
        new RateTable(file.getBytes(UTF_8)).forEach(rows::add);
        return rows;
    }
}
