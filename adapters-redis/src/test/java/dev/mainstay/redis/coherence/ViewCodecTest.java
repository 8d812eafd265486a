package dev.mainstay.redis.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.application.coherence.Rendering;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.redis.coherence.ViewCodec.Lying;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ViewCodecTest {

    private static final String STAMP = StoredValue.stamp("0123456789abcdef", 0);

    private static final Instant NOW = StoredValue.asOf(Instant.parse("2026-03-01T12:00:00.123456789Z"));

    private final ViewCodec codec = new ViewCodec();

    record Part(UserId owner, Optional<LocalDate> due, List<Role> roles) {
        Part {
            roles = List.copyOf(roles);
        }

        public boolean isDue() {
            return due.isPresent();
        }

        public String getLabel() {
            return "computed";
        }
    }

    record Rich(
            UUID id,
            Part part,
            List<Part> parts,
            Map<String, Integer> perName,
            Map<LocalDate, Duration> perDay,
            Map<DayOfWeek, Long> perWeekday,
            Set<Role> set,
            Optional<Part> none,
            OptionalInt some,
            Instant at,
            LocalTime time,
            ZoneId zone,
            Duration length,
            BigDecimal amount,
            boolean flag,
            long count) {}

    record Keyed(Map<UserId, Integer> perUser) {}

    record Patterned(Pattern pattern) {}

    private static <V> CachedView<String, V> viewOf(Class<V> type) {
        return CachedView.of(KeyModule.CACHE, "codec", "test", (String id) -> id, type);
    }

    private static Rich rich() {
        var part =
                new Part(new UserId(UUID.randomUUID()), Optional.of(LocalDate.of(2026, 3, 1)), List.of(Role.values()));
        return new Rich(
                UUID.randomUUID(),
                part,
                List.of(part, new Part(part.owner(), Optional.empty(), List.of())),
                Map.of("\u00e4", 1),
                Map.of(LocalDate.of(2026, 3, 1), Duration.ofMinutes(25)),
                Map.of(DayOfWeek.MONDAY, 7L),
                Set.of(Role.ADMIN),
                Optional.empty(),
                OptionalInt.of(3),
                Instant.parse("2026-03-01T12:00:00.123456789Z"),
                LocalTime.of(9, 30),
                ZoneId.of("Europe/Berlin"),
                Duration.ofSeconds(90, 5),
                new BigDecimal("12.340"),
                true,
                Long.MAX_VALUE);
    }

    @Test
    void a_record_of_plain_things_comes_back_equal() {
        var view = viewOf(Rich.class);
        var value = rich();

        assertThat(codec.decode(view, STAMP, codec.encode(view, STAMP, value, NOW)))
                .isEqualTo(new Lying.Value<>(value, NOW));
    }

    @Test
    void what_a_view_is_rendered_as_lies_beside_it_until_its_shape_or_its_time_changes() {
        record Shape(String text) {}
        record NewShape(String text, int more) {}
        var view = viewOf(Part.class).goodUntil(part -> NOW.plusSeconds(60));
        var rendering = rendered(view, Shape.class, "{\"text\":\"ä\"}");
        var part = rich().part();
        byte[] bytes = rendering.encode(view, STAMP, part, NOW);

        var glimpse = rendering.glimpse(view, STAMP, bytes, NOW).orElseThrow();
        assertThat(glimpse.rendered().map(text -> new String(text, StandardCharsets.UTF_8)))
                .contains("{\"text\":\"ä\"}");
        assertThat(glimpse.value()).contains(part);
        assertThat(glimpse.asOf()).isEqualTo(NOW);
        assertThat(rendering.decode(view, STAMP, bytes)).isEqualTo(new Lying.Value<>(part, NOW));

        var next = rendered(view, NewShape.class, "{}");
        assertThat(next.glimpse(view, STAMP, bytes, NOW).orElseThrow().rendered())
                .as("another release's")
                .isEmpty();
        assertThat(codec.glimpse(view, STAMP, codec.encode(view, STAMP, part, NOW), NOW)
                        .orElseThrow()
                        .rendered())
                .as("of a view without a rendering")
                .isEmpty();
        assertThat(rendering.glimpse(view, STAMP, bytes, NOW.plusSeconds(60)))
                .as("over")
                .isEmpty();
        assertThat(rendering.glimpse(view, StoredValue.stamp("0123456789abcdef", 1), bytes, NOW))
                .as("dropped")
                .isEmpty();
        assertThat(rendering.glimpse(view, STAMP, "Labc".getBytes(StandardCharsets.US_ASCII), NOW))
                .as("a lease")
                .isEmpty();
    }

    private static <V> ViewCodec rendered(CachedView<?, V> view, Class<?> shape, String text) {
        return new ViewCodec(new Renderings(List.of(new Rendering<V>() {
            @Override
            public CachedView<?, V> view() {
                return view;
            }

            @Override
            public Class<?> shape() {
                return shape;
            }

            @Override
            public Optional<byte[]> of(V value, Instant asOf) {
                return Optional.of(text.getBytes(StandardCharsets.UTF_8));
            }
        })));
    }

    @Test
    void states_are_told_apart_by_their_first_letter() {
        var view = viewOf(Rich.class);

        assertThat(codec.decode(view, STAMP, "Labc".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(Lying.Leased.class);
        assertThat(codec.decode(view, STAMP, "Fabc=1;".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(Lying.Fenced.class);
        assertThat(codec.decode(view, STAMP, codec.encode(view, STAMP, rich(), NOW)))
                .isInstanceOf(Lying.Value.class);
        assertThat(codec.decode(view, STAMP, "{}".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(Lying.Unusable.class);
        assertThat(codec.decode(view, STAMP, new byte[0])).isInstanceOf(Lying.Unusable.class);
    }

    @Test
    void any_cut_and_any_flipped_header_byte_is_unusable_and_never_a_failure() {
        var view = viewOf(Part.class);
        byte[] whole = codec.encode(view, STAMP, rich().part(), NOW);
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThat(codec.decode(view, STAMP, cut)).isInstanceOf(Lying.Unusable.class);
            codec.glimpse(view, STAMP, cut, NOW)
                    .ifPresent(glimpse -> assertThat(glimpse.value()).isEmpty());
        }
        for (int index = 0; index < 26; index++) {
            byte[] flipped = whole.clone();
            flipped[index] = '~';
            assertThat(codec.decode(view, STAMP, flipped)).isInstanceOf(Lying.Unusable.class);
        }
    }

    @Test
    void a_view_that_is_not_read_back_equal_is_refused() {
        assertThatThrownBy(() -> codec.encode(
                        viewOf(Keyed.class), STAMP, new Keyed(Map.of(new UserId(UUID.randomUUID()), 1)), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cache:codec:test");
        assertThatThrownBy(() -> codec.encode(viewOf(Patterned.class), STAMP, new Patterned(Pattern.compile("a")), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_schema_version_follows_the_shape_all_the_way_down() {
        record One(String a) {}
        record Other(String b) {}
        record Nested(Optional<One> part) {}
        record NestedOther(Optional<Other> part) {}

        assertThat(SchemaVersion.of(Rich.class))
                .isEqualTo(SchemaVersion.of(Rich.class))
                .hasSize(16);
        assertThat(Set.of(
                        SchemaVersion.of(One.class),
                        SchemaVersion.of(Other.class),
                        SchemaVersion.of(Nested.class),
                        SchemaVersion.of(NestedOther.class)))
                .hasSize(4);
    }
}
