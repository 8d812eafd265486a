package dev.mainstay.application.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.domain.refusal.Conflict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all {@link Transactions} do. */
public abstract class TransactionsContract {

    protected abstract Transactions transactions();

    /** Writes a note in the active transaction. */
    protected abstract void note(String text);

    /** All notes that are stored. */
    protected abstract List<String> notes();

    @Test
    void what_was_written_is_stored_when_the_work_returns() {
        String result = transactions().run(() -> {
            note("one");
            note("two");
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(notes()).containsExactly("one", "two");
    }

    @Test
    void nothing_is_stored_when_the_work_throws_and_its_exception_comes_through() {
        var refusal = new Conflict("taken", "The name is taken.");

        assertThatThrownBy(() -> transactions().run(() -> {
                    note("one");
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThat(notes()).isEmpty();
    }

    @Test
    void a_run_inside_a_run_joins_it() {
        var transactions = transactions();

        assertThatThrownBy(() -> transactions.run(() -> {
                    transactions.run(() -> {
                        note("inner");
                        return true;
                    });
                    throw new IllegalStateException("outer fails");
                }))
                .hasMessage("outer fails");
        assertThat(notes()).isEmpty();
    }

    @Test
    void it_is_active_inside_alone() {
        var transactions = transactions();

        assertThat(transactions.active()).isFalse();
        assertThat(transactions.run(transactions::active)).isTrue();
        assertThat(transactions.active()).isFalse();
    }

    @Test
    void nothing_is_written_outside_one() {
        assertThatThrownBy(() -> note("late")).isInstanceOf(IllegalStateException.class);
        assertThat(notes()).isEmpty();
    }
}
