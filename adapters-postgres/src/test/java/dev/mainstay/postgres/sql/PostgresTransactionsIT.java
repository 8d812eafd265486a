package dev.mainstay.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.application.writing.Transactions.CommitUnknown;
import dev.mainstay.application.writing.Transactions.Contention;
import dev.mainstay.application.writing.TransactionsContract;
import dev.mainstay.domain.refusal.Unavailable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresTransactionsIT extends TransactionsContract {

    private static final DataSource POOL = TestPostgres.freshDatabase();

    private final Database database = new Database(POOL);
    private final Jdbi jdbi = Jdbi.create(POOL);

    @BeforeEach
    void emptyTable() {
        jdbi.useHandle(handle -> handle.execute("DROP TABLE IF EXISTS note; CREATE TABLE note (id serial, text text)"));
    }

    @Override
    protected Transactions transactions() {
        return database;
    }

    @Override
    protected void note(String text) {
        database.execute(handle -> handle.execute("INSERT INTO note (text) VALUES (?)", text));
    }

    @Override
    protected List<String> notes() {
        return database.read(handle -> handle.createQuery("SELECT text FROM note ORDER BY id")
                .mapTo(String.class)
                .list());
    }

    @Test
    void others_see_nothing_of_it_before_it_is_committed() {
        database.run(() -> {
            note("one");
            long seen = jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM note")
                    .mapTo(Long.class)
                    .one());
            assertThat(seen).isZero();
            return true;
        });
    }

    @Test
    void two_that_wait_for_each_other_end_in_contention_for_one() throws Exception {
        database.run(() -> {
            note("one");
            note("two");
            return true;
        });
        var bothHold = new CyclicBarrier(2);
        Callable<Boolean> forth = () -> changeBoth("one", "two", bothHold);
        Callable<Boolean> back = () -> changeBoth("two", "one", bothHold);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = List.of(threads.submit(forth), threads.submit(back));

            assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
    }

    /** Whether it could; false if the database broke a deadlock at its expense. */
    private boolean changeBoth(String first, String second, CyclicBarrier bothHold) {
        try {
            return database.run(() -> {
                change(first);
                await(bothHold);
                change(second);
                return true;
            });
        } catch (Contention collision) {
            return false;
        }
    }

    private void change(String text) {
        database.execute(handle -> handle.execute("UPDATE note SET text = text WHERE text = ?", text));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void a_connection_lost_on_the_way_is_unavailable_and_nothing_is_stored() {
        assertThatThrownBy(() -> database.run(() -> {
                    note("one");
                    killOwnConnection();
                    note("two");
                    return true;
                }))
                .isInstanceOfSatisfying(
                        Unavailable.class, away -> assertThat(away.code()).isEqualTo("database_unavailable"));
        assertThat(notes()).isEmpty();
    }

    @Test
    void a_connection_lost_at_the_commit_is_an_unknown_outcome_and_not_a_refusal() {
        assertThatThrownBy(() -> database.run(() -> {
                    note("one");
                    killOwnConnection();
                    return true;
                }))
                .isInstanceOf(CommitUnknown.class);
    }

    @Test
    void a_database_that_is_full_or_gone_is_unavailable() {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/none");
        config.setConnectionTimeout(250);
        config.setInitializationFailTimeout(-1);
        try (var dead = new HikariDataSource(config)) {
            var away = new Database(dead);

            assertThatThrownBy(() -> away.read(handle -> handle.execute("SELECT 1")))
                    .isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> away.run(() -> true)).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void a_statement_that_takes_too_long_is_unavailable() {
        assertThatThrownBy(() -> database.run(() -> database.read(handle -> {
                    handle.execute("SET LOCAL statement_timeout = '20ms'");
                    return handle.execute("SELECT pg_sleep(5)");
                })))
                .isInstanceOfSatisfying(
                        Unavailable.class, slow -> assertThat(slow.code()).isEqualTo("database_overloaded"));
    }

    @Test
    void a_broken_constraint_is_named_to_whoever_can_say_what_it_means() {
        jdbi.useHandle(handle -> handle.execute("ALTER TABLE note ADD CONSTRAINT note_short CHECK (length(text) < 5)"));

        assertThatThrownBy(() -> database.run(() -> {
                    note("much too long");
                    return true;
                }))
                .satisfies(failure ->
                        assertThat(SqlFailures.violatedConstraint(failure)).contains("note_short"));
    }

    private void killOwnConnection() {
        int pid = database.read(handle -> handle.createQuery("SELECT pg_backend_pid()")
                .mapTo(Integer.class)
                .one());
        jdbi.useHandle(handle -> handle.execute("SELECT pg_terminate_backend(?, 5000)", pid));
    }
}
