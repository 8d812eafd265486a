package dev.mainstay.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ReadsTogetherIT {

    private static final DataSource POSTGRES = TestPostgres.freshDatabase();

    private final WatchedPool pool = new WatchedPool(POSTGRES);
    private final Database database = pool.database();

    @Test
    void reads_that_belong_together_wait_for_one_connection_and_ask_at_once() {
        var read = database.together(several -> {
            var first = several.begin(() -> one("SELECT 1"));
            var second = several.begin(() -> one("SELECT 2"));
            int third = one("SELECT 3");
            return List.of(first.get(), second.get(), third);
        });

        assertThat(read).containsExactly(1, 2, 3);
        assertThat(pool.borrowed()).isEqualTo(1);
        assertThat(pool.trips()).isEqualTo(1);
    }

    @Test
    void what_depends_on_an_answer_is_asked_at_once_with_what_else_does() {
        var read = database.together(several -> {
            int from = one("SELECT 10");
            var each = IntStream.range(from, from + 7)
                    .mapToObj(number -> several.begin(() -> one("SELECT " + number)))
                    .toList();
            return each.stream().map(Supplier::get).toList();
        });

        assertThat(read).containsExactly(10, 11, 12, 13, 14, 15, 16);
        assertThat(pool.trips()).isEqualTo(2);
    }

    @Test
    void one_that_asks_twice_waits_for_the_second_with_nobody() {
        var read = database.together(several -> {
            var twice = several.begin(() -> one("SELECT 1") + one("SELECT 2"));
            var once = several.begin(() -> one("SELECT 4"));
            return twice.get() + once.get();
        });

        assertThat(read).isEqualTo(7);
        assertThat(pool.trips()).isEqualTo(2);
    }

    @Test
    void reads_within_reads_are_part_of_them() {
        var read = database.together(several -> {
            var inner = several.begin(() -> database.together(more -> {
                var one = more.begin(() -> one("SELECT 1"));
                return one.get() + one("SELECT 2");
            }));
            var outer = several.begin(() -> one("SELECT 4"));
            return inner.get() + outer.get();
        });

        assertThat(read).isEqualTo(7);
        assertThat(pool.borrowed()).isEqualTo(1);
        assertThat(pool.trips()).isEqualTo(2);
    }

    @Test
    void each_has_its_own_parameters_and_rows() {
        var read = database.together(several -> {
            var texts = several.begin(() ->
                    database.read(handle -> handle.createQuery("SELECT unnest(:texts::text[]) || :end -- and a remark")
                            .bindArray("texts", String.class, List.of("a;", "b?"))
                            .bind("end", "!")
                            .mapTo(String.class)
                            .list()));
            var nothing = several.begin(() -> database.read(handle -> handle.createQuery("SELECT 1 WHERE :no")
                    .bind("no", false)
                    .mapTo(Integer.class)
                    .findOne()));
            var absent = several.begin(() -> database.read(handle -> handle.createQuery("SELECT :day::date")
                    .bindByType("day", (@Nullable LocalDate) null, LocalDate.class)
                    .mapTo(LocalDate.class)
                    .list()));
            var many = several.begin(() ->
                    database.read(handle -> handle.createQuery("SELECT repeat('x', 100) FROM generate_series(1, :many)")
                            .bind("many", 20_000)
                            .mapTo(String.class)
                            .list()
                            .size()));
            return List.of(texts.get(), nothing.get(), absent.get().size(), many.get());
        });

        assertThat(read.toString()).isEqualTo("[[a;!, b?!], Optional.empty, 1, 20000]");
        assertThat(pool.trips()).isEqualTo(1);
    }

    /** From the fifth time on the driver lets the server keep the statements, and then asks by their names. */
    @Test
    void what_is_asked_often_is_asked_in_the_same_way() {
        for (int i = 0; i < 20; i++) {
            int number = i;
            int sum = database.together(several -> {
                var first = several.begin(() -> plus(number, 1));
                var second = several.begin(() -> plus(number, 2));
                return first.get() + second.get();
            });

            assertThat(sum).isEqualTo(2 * number + 3);
        }
        assertThat(pool.trips()).isEqualTo(20);
    }

    @Test
    void others_borrow_one_each() {
        int _ = database.together(several -> one("SELECT 7"));
        one("SELECT 7");
        one("SELECT 7");

        assertThat(pool.borrowed()).isEqualTo(3);
    }

    @Test
    void inside_a_transaction_they_see_what_it_wrote() {
        int seen = database.run(() -> {
            database.execute(
                    handle -> handle.execute("CREATE TEMPORARY TABLE written ON COMMIT DROP AS SELECT 8 AS number"));
            return database.together(several ->
                    several.begin(() -> one("SELECT number FROM written")).get());
        });

        assertThat(seen).isEqualTo(8);
        assertThat(pool.borrowed()).isEqualTo(1);
    }

    @Test
    void a_transaction_among_them_has_its_own_connection_and_does_not_end_theirs() {
        int sum = database.together(several -> {
            var written = several.begin(() -> database.run(() -> one("SELECT 1")));
            return one("SELECT 2") + written.get() + one("SELECT 4");
        });

        assertThat(sum).isEqualTo(7);
        assertThat(pool.borrowed()).isEqualTo(2);
    }

    @Test
    void they_log_on_behalf_of_the_same_request() {
        var seen = new CopyOnWriteArrayList<@Nullable String>();
        MDC.put("request", "r-1");
        try {
            database.together(
                    several -> several.begin(() -> seen.add(MDC.get("request"))).get());
        } finally {
            MDC.remove("request");
        }

        assertThat(seen).containsExactly("r-1");
    }

    private int plus(int one, int other) {
        return database.read(handle -> handle.createQuery("SELECT :one + :other")
                .bind("one", one)
                .bind("other", other)
                .mapTo(Integer.class)
                .one());
    }

    private int one(String sql) {
        return pool.one(sql);
    }
}
