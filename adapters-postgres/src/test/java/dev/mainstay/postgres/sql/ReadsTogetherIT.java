package dev.mainstay.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.domain.refusal.Unavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ReadsTogetherIT {

    private static final DataSource POOL = TestPostgres.freshDatabase();

    private final AtomicInteger borrowed = new AtomicInteger();
    private final AtomicInteger trips = new AtomicInteger();
    private final Database database = new Database(watched(POOL));

    @Test
    void reads_that_belong_together_wait_for_one_connection_and_ask_at_once() {
        var read = database.together(several -> {
            var first = several.begin(() -> one("SELECT 1"));
            var second = several.begin(() -> one("SELECT 2"));
            int third = one("SELECT 3");
            return List.of(first.get(), second.get(), third);
        });

        assertThat(read).containsExactly(1, 2, 3);
        assertThat(borrowed).hasValue(1);
        assertThat(trips).hasValue(1);
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
        assertThat(trips).hasValue(2);
    }

    @Test
    void one_that_asks_twice_waits_for_the_second_with_nobody() {
        var read = database.together(several -> {
            var twice = several.begin(() -> one("SELECT 1") + one("SELECT 2"));
            var once = several.begin(() -> one("SELECT 4"));
            return twice.get() + once.get();
        });

        assertThat(read).isEqualTo(7);
        assertThat(trips).hasValue(2);
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
        assertThat(borrowed).hasValue(1);
        assertThat(trips).hasValue(2);
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
        assertThat(trips).hasValue(1);
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
        assertThat(trips).hasValue(20);
    }

    @Test
    void others_borrow_one_each() {
        int _ = database.together(several -> one("SELECT 7"));
        one("SELECT 7");
        one("SELECT 7");

        assertThat(borrowed).hasValue(3);
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
        assertThat(borrowed).hasValue(1);
    }

    @Test
    void a_transaction_among_them_has_its_own_connection_and_does_not_end_theirs() {
        int sum = database.together(several -> {
            var written = several.begin(() -> database.run(() -> one("SELECT 1")));
            return one("SELECT 2") + written.get() + one("SELECT 4");
        });

        assertThat(sum).isEqualTo(7);
        assertThat(borrowed).hasValue(2);
    }

    @Test
    void one_that_fails_does_not_keep_the_others_from_reading() {
        int read = database.together(several -> {
            var before = several.begin(() -> one("SELECT 1"));
            var failing = several.begin(() -> one("SELECT 1 / 0"));
            var after = several.begin(() -> one("SELECT 2"));
            assertThatThrownBy(failing::get).hasMessageContaining("division by zero");
            return before.get() + after.get() + one("SELECT 4");
        });

        assertThat(read).isEqualTo(7);
    }

    @Test
    void a_lost_connection_fails_them_all_and_they_are_not_asked_again() {
        database.together(several -> {
            var one = several.begin(() -> one("SELECT 1"));
            var ending = several.begin(() -> one("SELECT pg_terminate_backend(pg_backend_pid())::int"));
            assertThatThrownBy(one::get).isInstanceOf(Unavailable.class);
            assertThatThrownBy(ending::get).isInstanceOf(Unavailable.class);
            return true;
        });

        assertThat(trips).hasValue(1);
    }

    @Test
    void what_took_too_long_is_not_tried_again() {
        assertThatThrownBy(() -> database.together(several -> {
                    one("SELECT length(set_config('statement_timeout', '50ms', FALSE))");
                    var quick = several.begin(() -> one("SELECT 1"));
                    var slow = several.begin(() -> one("SELECT 1 FROM pg_sleep(5)"));
                    return quick.get() + slow.get();
                }))
                .isInstanceOf(Unavailable.class);

        assertThat(trips).hasValue(2);
    }

    @Test
    void nothing_is_read_any_more_when_they_have_failed() {
        var asked = new CountDownLatch(1);
        var late = new AtomicInteger();

        assertThatThrownBy(() -> database.together(several -> {
                    several.begin(() -> {
                        asked.countDown();
                        return late.addAndGet(one("SELECT 5 FROM pg_sleep(0.1)"));
                    });
                    await(asked);
                    throw new IllegalArgumentException("found no time");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(late).hasValue(5);
    }

    @Test
    void nor_is_what_was_begun_by_one_that_failed() {
        var late = new AtomicInteger();

        database.together(several -> {
            var failing = several.begin(() -> database.together(more -> {
                more.begin(() -> late.addAndGet(one("SELECT 5 FROM pg_sleep(0.1)")));
                throw new IllegalArgumentException("found no time");
            }));
            assertThatThrownBy(failing::get).isInstanceOf(IllegalArgumentException.class);
            return true;
        });

        assertThat(late).hasValue(5);
    }

    @Test
    void a_failure_of_any_kind_reaches_who_asks_for_what_was_read() {
        database.together(several -> {
            var odd = several.begin(() -> {
                throw new IllegalArgumentException("odd");
            });
            var worse = several.begin(() -> {
                throw new AssertionError("worse");
            });
            assertThatThrownBy(odd::get).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(worse::get).isInstanceOf(AssertionError.class);
            return true;
        });
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
        return database.read(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Counts connections that are borrowed, and statements that are sent over them. */
    private DataSource watched(DataSource pool) {
        return watched(DataSource.class, pool, DataSource.class, Connection.class, PreparedStatement.class);
    }

    private <T> T watched(Class<T> type, T target, Class<?>... all) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "getConnection" -> borrowed.addAndGet(type == DataSource.class ? 1 : 0);
                        case "execute" -> trips.incrementAndGet();
                        default -> {}
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        for (Class<?> each : all) {
                            if (method.getReturnType() == each) {
                                return watchedAs(each, result, all);
                            }
                        }
                        return result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    private <T> T watchedAs(Class<T> type, Object target, Class<?>... all) {
        return watched(type, type.cast(target), all);
    }
}
