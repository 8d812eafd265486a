package dev.mainstay.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ReadsTogetherIT {

    private static final DataSource POOL = TestPostgres.freshDatabase();

    private final AtomicInteger borrowed = new AtomicInteger();
    private final Database database = new Database(counting(POOL));

    @Test
    void reads_that_belong_together_wait_for_one_connection() {
        var read = database.together(() -> List.of(number(), database.together(this::number), number()));

        assertThat(read).containsExactly(7, 7, 7);
        assertThat(borrowed).hasValue(1);
    }

    @Test
    void others_borrow_one_each() {
        database.together(this::number);
        number();
        number();

        assertThat(borrowed).hasValue(3);
    }

    @Test
    void inside_a_transaction_they_see_what_it_wrote() {
        int seen = database.run(() -> {
            database.execute(
                    handle -> handle.execute("CREATE TEMPORARY TABLE written ON COMMIT DROP AS SELECT 8 AS number"));
            return database.together(() -> one("SELECT number FROM written"));
        });

        assertThat(seen).isEqualTo(8);
        assertThat(borrowed).hasValue(1);
    }

    @Test
    void a_transaction_among_them_has_its_own_connection_and_does_not_end_theirs() {
        int sum = database.together(() -> number() + database.run(this::number) + number());

        assertThat(sum).isEqualTo(21);
        assertThat(borrowed).hasValue(2);
    }

    @Test
    void one_that_fails_does_not_keep_the_others_from_reading() {
        int read = database.together(() -> {
            assertThatThrownBy(() -> one("SELECT 1 / 0")).hasMessageContaining("division by zero");
            return number();
        });

        assertThat(read).isEqualTo(7);
    }

    private int number() {
        return one("SELECT 7");
    }

    private int one(String sql) {
        return database.read(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private DataSource counting(DataSource pool) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        borrowed.incrementAndGet();
                    }
                    try {
                        return method.invoke(pool, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
