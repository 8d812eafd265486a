package dev.mainstay.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.Invalid.FieldError;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void length_counts_code_points_and_not_halves_of_them() {
        assertThat(PlainText.textFault("title", "🦊".repeat(10), 10)).isEmpty();
        assertThat(PlainText.textFault("title", "🦊".repeat(11), 10))
                .map(FieldError::code)
                .contains("too_long");
    }

    @Test
    void what_reads_as_something_else_is_refused() {
        assertThat(PlainText.lineFault("name", "Ann\u202Egnp.exe", 100))
                .map(FieldError::message)
                .contains("must not contain the character U+202E");
        assertThat(PlainText.lineFault("name", "Ann\u0000", 100)).isPresent();
        assertThat(PlainText.lineFault("name", "\uD800", 100)).isPresent();
    }

    @Test
    void other_scripts_and_joined_emoji_are_welcome() {
        assertThat(PlainText.lineFault("name", "محمد 李雷 👩‍👩‍👧", 100)).isEmpty();
    }

    @Test
    void a_line_has_no_breaks_and_a_text_may() {
        assertThat(PlainText.lineFault("name", "two\nlines", 100)).isPresent();
        assertThat(PlainText.textFault("bio", "two\nlines", 100)).isEmpty();
    }

    @Test
    void a_required_line_shows_something() {
        assertThatThrownBy(() -> PlainText.requireLine("title", " \u200B ", 100))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.errors())
                                .containsExactly(new FieldError("title", "blank", "must not be empty")));
    }
}
