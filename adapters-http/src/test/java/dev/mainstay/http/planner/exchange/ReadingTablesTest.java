package dev.mainstay.http.planner.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mainstay.application.planner.ImportCandidate;
import dev.mainstay.application.planner.ImportCandidate.Unusable;
import dev.mainstay.application.planner.ImportCandidate.Usable;
import dev.mainstay.domain.planner.Labels;
import dev.mainstay.domain.planner.Priority;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.http.files.Cells;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTablesTest {

    @Test
    void columns_stand_in_any_order_and_title_is_enough() {
        var row = (Usable) read("priority,title,labels\nhigh,\"Buy \"\"milk\"\", please\",home;a\\;b\n")
                .getFirst();

        assertThat(row.content().title().value()).isEqualTo("Buy \"milk\", please");
        assertThat(row.content().priority()).isEqualTo(Priority.HIGH);
        assertThat(row.content().labels()).isEqualTo(Labels.of("home", "a;b"));
    }

    @Test
    void each_row_says_what_is_wrong_with_it() {
        var rows = read("title,due,priority,done\n"
                + "fine,2026-03-01T09:00[Europe/Berlin],LOW,no\n"
                + "bad due,tomorrow,LOW,\n"
                + "bad zone,2026-03-01T09:00[Mars/North],LOW,\n"
                + "bad priority,,URGENT,\n"
                + "bad done,,,maybe\n"
                + ",,,\n"
                + "too,few\n");

        assertThat(rows.stream().map(row -> row instanceof Unusable unusable ? unusable.code() : ""))
                .containsExactly("", "malformed", "unknown_zone", "unknown", "malformed", "blank", "cell_count");
    }

    @Test
    void a_row_of_another_length_than_the_header_is_told_so() {
        var rows = read("title,due\nfine,\nlong,,,x\nshort\n");

        assertThat(rows.stream().filter(Unusable.class::isInstance).map(row -> ((Unusable) row).why()))
                .containsExactly(
                        "row 3: has 4 columns, the header has 2", "row 4: has 1 of the 2 columns of the header");
    }

    @Test
    void a_table_that_is_none_says_where_and_what() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> read("title" + ",x".repeat(20_000) + "\n"))
                .withMessageContaining("first record: ")
                .withMessageContaining("limit of 16384 fields");
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> read("title\n\"a\"b\n"))
                .withMessageContaining("line 2: Unexpected character after closing quote");
    }

    @Test
    void equal_rows_without_uid_are_two_tasks_and_stay_so() {
        var uids =
                read("title\nx\nx\n").stream().map(row -> ((Usable) row).uid()).toList();

        assertThat(uids).doesNotHaveDuplicates();
        assertThat(read("title\nx\nx\n").stream().map(row -> ((Usable) row).uid()))
                .isEqualTo(uids);
    }

    @Test
    void a_protected_formula_is_what_it_was() {
        var row = (Usable) read("title\n'=1+1\n").getFirst();

        assertThat(row.content().title().value()).isEqualTo("=1+1");
        assertThat(Cells.protect("=1+1")).isEqualTo("'=1+1");
        assertThat(Cells.protect("'=1+1")).isEqualTo("''=1+1");
        assertThat(Cells.unprotect(Cells.protect("'=1+1"))).isEqualTo("'=1+1");
        assertThat(Cells.protect("'quoted'")).isEqualTo("'quoted'");
    }

    @Test
    void a_table_without_its_header_is_refused() {
        for (String file : List.of("", "a,b\n1,2\n", "title,colour\nx,red\n", "notes\nx\n", "title,title\nx,y\n")) {
            assertThatExceptionOfType(Invalid.class).as(file).isThrownBy(() -> read(file));
        }
    }

    @Test
    void a_table_of_a_header_alone_has_no_rows() {
        assertThat(read("title\n")).isEmpty();
    }

    private static List<ImportCandidate> read(String file) {
        return TableReader.read(new StringReader(file), 1000);
    }
}
