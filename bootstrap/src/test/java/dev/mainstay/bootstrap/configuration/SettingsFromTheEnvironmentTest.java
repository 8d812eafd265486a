package dev.mainstay.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFromTheEnvironmentTest {

    private static final String SECRET = "0123456789abcdefghijklmnopqrstuvwxyz";

    @Test
    void with_nothing_set_everything_is_embedded_on_port_8080() {
        var settings = Settings.from(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.database()).isEmpty();
        assertThat(settings.redis()).isEmpty();
        assertThat(settings.demo()).isFalse();
    }

    @Test
    void how_it_logs_is_said_in_capitals_or_not() {
        assertThatNoException().isThrownBy(() -> Settings.from(Map.of("LOG_LEVEL", "debug", "LOG_FORMAT", "JSON")));
    }

    @Test
    void an_empty_variable_counts_as_not_set() {
        assertThat(Settings.from(Map.of("PORT", " ", "REDIS_URL", "")).port()).isEqualTo(8080);
    }

    @Test
    void credentials_are_percent_decoded_and_a_plus_stays_a_plus() {
        var url = DatabaseUrl.parse("postgresql://us%40er:p%2Fa%3As+s%25@db.example:6543/my%20db?sslmode=require");

        assertThat(url)
                .isEqualTo(new DatabaseUrl(
                        "db.example", 6543, "my db", "us@er", "p/a:s+s%", Map.of("sslmode", "require")));
        assertThat(url.toString()).doesNotContain("s+s");
    }

    @Test
    void an_ipv6_host_keeps_its_brackets() {
        assertThat(DatabaseUrl.parse("postgresql://u@[::1]/db").jdbcUrl()).isEqualTo("jdbc:postgresql://[::1]:5432/db");
    }

    @Test
    void a_database_needs_a_secret() {
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> Settings.from(Map.of("DATABASE_URL", "postgresql://u@h/db")))
                .withMessageStartingWith("JWT_SECRET is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "0123456789abcdefghijklmnopqrstu", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void a_weak_secret_is_refused_without_showing_it(String secret) {
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> Settings.from(Map.of("JWT_SECRET", secret)))
                .withMessageStartingWith("JWT_SECRET is too weak")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(secret));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DATABASE_URL | mysql://u:secret@h/db            | must start with postgresql://",
                "DATABASE_URL | postgresql://u:secret@h          | names no host or no database",
                "DATABASE_URL | postgresql://h/db                | names no user",
                "DATABASE_URL | postgresql://u:secret@h/db?ssl=1 | unknown parameter 'ssl'",
                "DATABASE_URL | postgresql://u:secret@h/db?sslmode=on | sslmode 'on'",
                "DATABASE_URL | postgresql://u:sec ret@h/db      | is not a URL",
                "REDIS_URL    | http://u:secret@h                | must start with redis://",
                "REDIS_URL    | redis:h                          | names no host",
                "PORT         | http                             | from 0 to 65535, not 'http'",
                "PORT         | 70000                            | from 0 to 65535, not '70000'",
                "DEMO_DATA    | yes                              | must be true or false",
                "LOG_FORMAT   | xml                              | must be one of text, json, not 'xml'",
                "LOG_LEVEL    | loud                             | must be one of TRACE, DEBUG, INFO, WARN, ERROR, OFF",
                "FEATURE_PLANER | false                          | there are FEATURE_PLANNER",
            })
    void a_value_at_fault_is_named_with_what_would_be_right(String variable, String value, String reason) {
        var environment = new HashMap<>(Map.of("JWT_SECRET", SECRET));
        environment.put(variable, value);

        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> Settings.from(environment))
                .withMessageContaining(variable)
                .withMessageContaining(reason)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("secret", "\n"));
    }

    @Test
    void a_feature_is_switched_by_its_name() {
        assertThat(Settings.from(Map.of("FEATURE_PLANNER", "false")).features())
                .containsEntry("mainstay.features.planner", false);
    }

    @Test
    void redis_credentials_are_not_shown() {
        assertThat(RedisUrl.parse("rediss://user:secret@h:6380/1").toString()).isEqualTo("rediss://***@h:6380/1");
    }
}
