package dev.mainstay.application.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MemoTest {

    @Test
    void finds_the_value_of_an_equal_key() {
        var memo = new Memo<String, Integer>(16);
        memo.remember("seven", 7);

        assertThat(memo.find(String.join("", "sev", "en"))).contains(7);
        assertThat(memo.find("eight")).isEmpty();
    }

    @Test
    void works_out_once_what_does_not_fail() {
        var memo = new Memo<String, Integer>(16);
        var asked = new AtomicInteger();

        assertThatIllegalStateException()
                .isThrownBy(() -> memo.get("three", key -> {
                    throw new IllegalStateException(key);
                }));
        for (int time = 0; time < 3; time++) {
            assertThat(memo.get("three", key -> asked.incrementAndGet() + key.length()))
                    .isEqualTo(6);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void tells_keys_of_the_same_hash_apart() {
        var memo = new Memo<String, Integer>(16);
        memo.remember("Aa", 1);
        memo.remember("BB", 2);

        assertThat("Aa").hasSameHashCodeAs("BB");
        assertThat(memo.find("Aa")).contains(1);
        assertThat(memo.find("BB")).contains(2);
    }

    @Test
    void the_oldest_of_a_full_set_goes_first() {
        var memo = new Memo<Integer, String>(4);
        IntStream.rangeClosed(1, 5).forEach(number -> memo.remember(number, "of " + number));

        assertThat(memo.find(1)).isEmpty();
        assertThat(IntStream.rangeClosed(2, 5).mapToObj(memo::find)).allMatch(known -> known.isPresent());
    }

    @Test
    void what_is_asked_for_once_pushes_out_nothing_and_what_is_asked_for_twice_the_oldest() {
        var memo = new Memo<Integer, String>(4);
        IntStream.rangeClosed(1, 4).forEach(number -> memo.offer(number, "of " + number));

        IntStream.rangeClosed(5, 1_000).forEach(number -> memo.get(number, key -> "of " + key));
        assertThat(IntStream.rangeClosed(1, 4).mapToObj(memo::find)).allMatch(known -> known.isPresent());

        memo.get(1_000, key -> "of " + key);
        assertThat(memo.find(1_000)).contains("of 1000");
        assertThat(memo.find(1)).isEmpty();
    }

    @Test
    void a_later_value_takes_the_place_of_the_earlier_and_pushes_nothing_out() {
        var memo = new Memo<Integer, String>(4);
        IntStream.rangeClosed(1, 4).forEach(number -> memo.remember(number, "of " + number));
        memo.remember(2, "first");
        memo.remember(2, "later");

        assertThat(memo.find(2)).contains("later");
        assertThat(List.of(1, 3, 4)).allMatch(number -> memo.find(number).isPresent());
    }

    @Test
    void keeps_most_of_what_it_has_room_for_whatever_the_hashes_look_like() {
        for (int step : List.of(1, 64, 1 << 16)) {
            var memo = new Memo<Integer, Integer>(16_384);
            IntStream.range(0, 8_192).forEach(number -> memo.remember(number * step, number));

            assertThat(IntStream.range(0, 8_192)
                            .filter(number -> memo.find(number * step).isPresent()))
                    .as("of numbers %d apart", step)
                    .hasSizeGreaterThan(7_000);
        }
    }

    @Test
    void never_finds_the_value_of_another_key_however_many_use_it_at_once() throws Exception {
        var memo = new Memo<Integer, Integer>(64);
        Callable<Integer> wrong = () -> {
            int mistaken = 0;
            for (int number = 0; number < 200_000; number++) {
                int key = number % 500;
                int expected = -key;
                mistaken += memo.find(key).filter(found -> found != expected).isPresent() ? 1 : 0;
                memo.remember(key, expected);
            }
            return mistaken;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> mistaken : threads.invokeAll(List.of(wrong, wrong, wrong, wrong))) {
                assertThat(mistaken.get()).isZero();
            }
        }
    }

    @Test
    void needs_room_for_one_set() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Memo<String, String>(3));
    }
}
