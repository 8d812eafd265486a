package dev.mainstay.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.domain.refusal.Unavailable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class FailingReadsTogetherIT {

    private static final DataSource POSTGRES = TestPostgres.freshDatabase();

    private final WatchedPool pool = new WatchedPool(POSTGRES);
    private final Database database = pool.database();

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

        assertThat(pool.trips()).isEqualTo(1);
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

        assertThat(pool.trips()).isEqualTo(2);
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

    private int one(String sql) {
        return pool.one(sql);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
